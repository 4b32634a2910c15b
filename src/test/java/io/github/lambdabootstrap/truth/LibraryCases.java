package io.github.lambdabootstrap.truth;

import static io.github.lambdabootstrap.truth.CraftedZip.executable;
import static io.github.lambdabootstrap.truth.CraftedZip.file;
import static io.github.lambdabootstrap.truth.CraftedZip.zip;
import static io.github.lambdabootstrap.truth.Outcome.ASKED;
import static io.github.lambdabootstrap.truth.Outcome.LOADER;
import static io.github.lambdabootstrap.truth.Programs.client;
import static io.github.lambdabootstrap.truth.Programs.library;
import static io.github.lambdabootstrap.truth.Programs.needing;
import static io.github.lambdabootstrap.truth.TruthCase.AL2;
import static io.github.lambdabootstrap.truth.TruthCase.fails;
import static io.github.lambdabootstrap.truth.TruthCase.starts;

import io.github.lambdabootstrap.truth.CraftedZip.Entry;
import java.util.List;
import java.util.stream.Stream;

/** What the dynamic loader finds beside the C library. */
final class LibraryCases {

    private static final String GLIBC = "glibc-version";
    private static final String LIBRARIES = "libraries-resolve";
    private static final String READABLE = "entry-readable";
    private static final String OPENSSL = "libssl.so.1.1";

    private LibraryCases() {}

    static List<TruthCase> all() {
        return Stream.of(libraries(), shippedLibraries()).flatMap(List::stream).toList();
    }

    private static Entry bootstrap(String... flags) {
        return executable("bootstrap", client(flags));
    }

    private static Entry needs(String soname, String... flags) {
        return executable("bootstrap", client(needing(soname, flags)));
    }

    private static List<TruthCase> libraries() {
        return List.of(
                starts(
                        "libraries that every Linux has",
                        () -> zip(bootstrap(
                                "-Wl,--no-as-needed",
                                "-lm",
                                "-ldl",
                                "-lpthread",
                                "-lrt",
                                "-lresolv",
                                "-lutil",
                                "-lgcc_s"))),
                starts(
                        "zlib and the C++ library",
                        () -> zip(executable("bootstrap", client(needing("libz.so.1", needing("libstdc++.so.6")))))),
                starts("OpenSSL 3 on AL2023", () -> zip(needs("libssl.so.3"))),
                fails(
                                "OpenSSL 3 on AL2",
                                LOADER,
                                LIBRARIES,
                                () -> zip(executable(
                                        "bootstrap", client(needing("libssl.so.3", "-DOLD_START", "-nostartfiles")))))
                        .on(AL2)
                        .judged(ASKED, "this machine has OpenSSL 3"),
                starts(
                                "OpenSSL 1.0.2 on AL2",
                                () -> zip(executable(
                                        "bootstrap", client(needing("libssl.so.10", "-DOLD_START", "-nostartfiles")))))
                        .on(AL2)
                        .judged(LOADER, "this machine has no OpenSSL 1.0.2"),
                fails("OpenSSL 1.0.2 on AL2023", LOADER, LIBRARIES, () -> zip(needs("libssl.so.10"))),
                fails("OpenSSL 1.1", LOADER, LIBRARIES, () -> zip(needs(OPENSSL))),
                fails("the C library of musl", LOADER, LIBRARIES, () -> zip(needs("libc.musl-x86_64.so.1"))),
                fails("a library of macOS", LOADER, LIBRARIES, () -> zip(needs("libssl.1.1.dylib"))),
                starts("a library that nobody knows", () -> zip(needs("liborders.so.1")))
                        .warns(LIBRARIES)
                        .judged(LOADER, "not every library of Lambda is known"));
    }

    private static List<TruthCase> shippedLibraries() {
        return List.of(
                starts("a library at the root", () -> zip(needs(OPENSSL), file(OPENSSL, library(OPENSSL)))),
                starts("a library in lib", () -> zip(needs(OPENSSL), file("lib/" + OPENSSL, library(OPENSSL)))),
                starts("a library in a layer's lib", () -> zip(needs(OPENSSL)))
                        .layer(() -> zip(file("lib/" + OPENSSL, library(OPENSSL)))),
                fails("a library in a layer's lib64", LOADER, LIBRARIES, () -> zip(needs(OPENSSL)))
                        .layer(() -> zip(file("lib64/" + OPENSSL, library(OPENSSL)))),
                fails(
                        "a library in lib64",
                        LOADER,
                        LIBRARIES,
                        () -> zip(needs(OPENSSL), file("lib64/" + OPENSSL, library(OPENSSL)))),
                starts(
                        "a library beside the program by RUNPATH",
                        () -> zip(
                                needs(OPENSSL, "-Wl,-rpath,$ORIGIN/libs"), file("libs/" + OPENSSL, library(OPENSSL)))),
                starts(
                        "a library beside the program by RPATH",
                        () -> zip(
                                needs(OPENSSL, "-Wl,--disable-new-dtags,-rpath,${ORIGIN}/libs"),
                                file("libs/" + OPENSSL, library(OPENSSL)))),
                starts(
                        "a library by a path",
                        () -> zip(needs("./native/libx.so"), file("native/libx.so", library("./native/libx.so")))),
                starts(
                        "a library by links",
                        () -> zip(
                                needs(OPENSSL),
                                CraftedZip.link("lib/" + OPENSSL, "libssl.so.1.1.1w"),
                                file("lib/libssl.so.1.1.1w", library(OPENSSL)))),
                fails(
                        "a library that only its owner may read",
                        LOADER,
                        READABLE,
                        () -> zip(
                                needs(OPENSSL),
                                file("lib/" + OPENSSL, library(OPENSSL)).mode(0600))),
                fails(
                        "a library of another machine",
                        LOADER,
                        LIBRARIES,
                        () -> zip(needs(OPENSSL), file("lib/" + OPENSSL, Patch.machine(library(OPENSSL), 183)))),
                fails(
                        "a library that is no ELF file",
                        LOADER,
                        LIBRARIES,
                        () -> zip(needs(OPENSSL), file("lib/" + OPENSSL, "INPUT(libssl.so.3)"))),
                fails(
                        "a library that needs glibc 2.36",
                        LOADER,
                        GLIBC,
                        () -> zip(needs(OPENSSL), file("lib/" + OPENSSL, library(OPENSSL, "-DNEEDS=arc4random")))),
                starts(
                        "a library that needs glibc 2.36 and that nothing needs",
                        () -> zip(bootstrap(), file("lib/libextra.so", library("libextra.so", "-DNEEDS=arc4random")))),
                fails(
                        "a library that needs an absent one",
                        LOADER,
                        LIBRARIES,
                        () -> zip(
                                needs("libcurl.so.4.9"),
                                file("lib/libcurl.so.4.9", library("libcurl.so.4.9", needing(OPENSSL))))),
                starts(
                        "a library that needs a shipped one",
                        () -> zip(
                                needs("libcurl.so.4.9"),
                                file("lib/libcurl.so.4.9", library("libcurl.so.4.9", needing(OPENSSL))),
                                file("lib/" + OPENSSL, library(OPENSSL)))));
    }
}
