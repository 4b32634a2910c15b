package io.github.lambdabootstrap.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** An instruction set that Lambda offers, under the names that Lambda and Go give it. */
public enum Architecture {
    X86_64("x86_64", "amd64"),
    ARM64("arm64", "arm64");

    private final String id;
    private final String goarch;

    Architecture(String id, String goarch) {
        this.id = id;
        this.goarch = goarch;
    }

    /** Lambda's own name: {@code x86_64} or {@code arm64}. */
    public String id() {
        return id;
    }

    /** Go's name: {@code amd64} or {@code arm64}. */
    public String goarch() {
        return goarch;
    }

    /** The architecture that Lambda or Go calls so; empty for any other text. */
    public static Optional<Architecture> parse(String text) {
        return Arrays.stream(values())
                .filter(a -> a.id.equals(text) || a.goarch.equals(text))
                .findFirst();
    }

    /** All ids, for messages that list the choices. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(Architecture::id).toList();
    }

    @Override
    public String toString() {
        return id;
    }
}
