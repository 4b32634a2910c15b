package io.github.lambdabootstrap.elf;

/** A maker of executables that can be told by texts of the runtime library that it links into each of them. */
public enum Toolchain {
    // in this order: an image may hold libraries of other makers
    /** Class names of its own Java runtime are in every image heap, stripped or not. */
    GRAALVM("GraalVM native image", "com.oracle.svm.core"),
    /** Source paths of the core library, which panics print, stay in a stripped executable. */
    RUST("Rust", "/library/core/src/");

    private final String title;
    private final String mark;

    Toolchain(String title, String mark) {
        this.title = title;
        this.mark = mark;
    }

    /** How people call what it makes. */
    public String title() {
        return title;
    }

    /** The text that gives it away. */
    String mark() {
        return mark;
    }
}
