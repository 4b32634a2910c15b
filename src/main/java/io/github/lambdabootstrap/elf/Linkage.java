package io.github.lambdabootstrap.elf;

/** How much of a program is in its file. */
public enum Linkage {
    /** Needs nothing but the kernel. */
    STATIC("static"),
    /** Needs nothing but the kernel, and relocates itself. */
    STATIC_PIE("static-pie"),
    /** Started by a loader, which brings the libraries. */
    DYNAMIC("dynamic"),
    /** A library: it has no place to start at. */
    SHARED_LIBRARY("shared-library");

    private final String id;

    Linkage(String id) {
        this.id = id;
    }

    /** The name in {@code verify.json}. */
    public String id() {
        return id;
    }
}
