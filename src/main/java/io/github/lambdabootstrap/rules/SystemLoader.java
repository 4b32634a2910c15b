package io.github.lambdabootstrap.rules;

import java.util.Set;

/** The dynamic loaders that Lambda's systems have, under every path that leads to them. */
final class SystemLoader {

    // /lib and /lib64 are links into /usr on both systems
    private static final Set<String> KNOWN = Set.of(
            "/lib64/ld-linux-x86-64.so.2",
            "/usr/lib64/ld-linux-x86-64.so.2",
            "/lib/ld-linux-aarch64.so.1",
            "/usr/lib/ld-linux-aarch64.so.1",
            "/lib64/ld-linux-aarch64.so.1",
            "/usr/lib64/ld-linux-aarch64.so.1");

    private SystemLoader() {}

    static boolean isKnown(String path) {
        return KNOWN.contains(path);
    }
}
