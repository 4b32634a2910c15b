package io.github.lambdabootstrap.rules;

import io.github.lambdabootstrap.model.Architecture;
import java.util.Set;

/** The dynamic loaders that Lambda's systems have, one for each architecture, under every path that leads to them. */
final class SystemLoader {

    // /lib and /lib64 are links into /usr on both systems
    private static final Set<String> X86_64 = Set.of("/lib64/ld-linux-x86-64.so.2", "/usr/lib64/ld-linux-x86-64.so.2");

    private static final Set<String> ARM64 = Set.of(
            "/lib/ld-linux-aarch64.so.1",
            "/usr/lib/ld-linux-aarch64.so.1",
            "/lib64/ld-linux-aarch64.so.1",
            "/usr/lib64/ld-linux-aarch64.so.1");

    private SystemLoader() {}

    static boolean isThere(String path, Architecture architecture) {
        return of(architecture).contains(path);
    }

    /** Whether one of the architectures has it. */
    static boolean isKnown(String path) {
        return X86_64.contains(path) || ARM64.contains(path);
    }

    private static Set<String> of(Architecture architecture) {
        return architecture == Architecture.X86_64 ? X86_64 : ARM64;
    }
}
