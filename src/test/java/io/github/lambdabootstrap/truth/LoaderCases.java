package io.github.lambdabootstrap.truth;

import static io.github.lambdabootstrap.truth.CraftedZip.directory;
import static io.github.lambdabootstrap.truth.CraftedZip.executable;
import static io.github.lambdabootstrap.truth.CraftedZip.file;
import static io.github.lambdabootstrap.truth.CraftedZip.zip;
import static io.github.lambdabootstrap.truth.Outcome.EXEC_FAILED;
import static io.github.lambdabootstrap.truth.Outcome.LOADER;
import static io.github.lambdabootstrap.truth.Outcome.SIGNAL;
import static io.github.lambdabootstrap.truth.Programs.client;
import static io.github.lambdabootstrap.truth.TruthCase.AL2;
import static io.github.lambdabootstrap.truth.TruthCase.fails;
import static io.github.lambdabootstrap.truth.TruthCase.starts;

import io.github.lambdabootstrap.truth.CraftedZip.Entry;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What the dynamic loader finds: itself, and the versions of the C library. */
final class LoaderCases {

    private static final String GLIBC = "glibc-version";
    private static final String LOADER_PRESENT = "loader-present";

    private LoaderCases() {}

    static List<TruthCase> all() {
        return Stream.of(loaders(), versions()).flatMap(List::stream).toList();
    }

    private static Entry bootstrap(String... flags) {
        return executable("bootstrap", client(flags));
    }

    private static Entry bootstrapWithLoader(String path) {
        return bootstrap("-Wl,--dynamic-linker=" + path);
    }

    private static byte[] ofThisMachine(String path) {
        return Programs.read(Path.of(path));
    }

    private static byte[] loader() {
        return ofThisMachine("/lib64/ld-linux-x86-64.so.2");
    }

    private static List<TruthCase> loaders() {
        return List.of(
                fails(
                        "the loader of musl",
                        EXEC_FAILED,
                        LOADER_PRESENT,
                        () -> zip(bootstrapWithLoader("/lib/ld-musl-x86_64.so.1"))),
                fails(
                        "the loader of Nix",
                        EXEC_FAILED,
                        LOADER_PRESENT,
                        () -> zip(bootstrapWithLoader("/nix/store/abc-glibc-2.38/lib/ld-linux-x86-64.so.2"))),
                fails("the loader ld64", EXEC_FAILED, LOADER_PRESENT, () -> zip(bootstrapWithLoader("/lib/ld64.so.1"))),
                fails(
                        "the loader of AArch64",
                        EXEC_FAILED,
                        LOADER_PRESENT,
                        () -> zip(bootstrapWithLoader("/lib/ld-linux-aarch64.so.1"))),
                fails(
                        "the loader of a shipped path that is absent",
                        EXEC_FAILED,
                        LOADER_PRESENT,
                        () -> zip(bootstrapWithLoader("/var/task/lib/ld.so"))),
                starts(
                        "the loader's other spelling",
                        () -> zip(bootstrapWithLoader("/usr/lib64/ld-linux-x86-64.so.2"))),
                starts(
                        "a shipped loader",
                        () -> zip(bootstrapWithLoader("/var/task/lib/ld.so"), executable("lib/ld.so", loader()))),
                starts(
                        "a shipped loader by a relative path",
                        () -> zip(bootstrapWithLoader("lib/ld.so"), executable("lib/ld.so", loader()))),
                starts("a loader in a layer", () -> zip(bootstrapWithLoader("/opt/lib/ld.so")))
                        .layer(() -> zip(executable("lib/ld.so", loader()))),
                fails(
                        "a shipped loader that is not executable",
                        EXEC_FAILED,
                        LOADER_PRESENT,
                        () -> zip(bootstrapWithLoader("/var/task/lib/ld.so"), file("lib/ld.so", loader()))),
                fails(
                        "a shipped loader of another machine",
                        EXEC_FAILED,
                        LOADER_PRESENT,
                        () -> zip(
                                bootstrapWithLoader("/var/task/lib/ld.so"),
                                executable("lib/ld.so", Patch.machine(loader(), 183)))),
                fails(
                        "a shipped loader that is no ELF file",
                        EXEC_FAILED,
                        LOADER_PRESENT,
                        () -> zip(
                                bootstrapWithLoader("/var/task/lib/ld.so"),
                                executable("lib/ld.so", "version https://git-lfs.github.com/spec/v1\n".repeat(3)))),
                fails(
                        "a shipped loader that is cut off",
                        SIGNAL,
                        LOADER_PRESENT,
                        () -> zip(
                                bootstrapWithLoader("/var/task/lib/ld.so"),
                                executable("lib/ld.so", Patch.headPerMille(loader(), 300)))),
                fails(
                        "a shipped loader in a folder for its owner only",
                        EXEC_FAILED,
                        LOADER_PRESENT,
                        () -> zip(
                                bootstrapWithLoader("/var/task/lib/ld.so"),
                                directory("lib/").mode(0700),
                                executable("lib/ld.so", loader()))),
                starts(
                        "a shipped loader by a link",
                        () -> zip(
                                bootstrapWithLoader("/var/task/lib/ld.so"),
                                CraftedZip.link("lib/ld.so", "ld-2.36.so"),
                                executable("lib/ld-2.36.so", loader()))),
                fails(
                                "a loader that the layer lacks",
                                EXEC_FAILED,
                                LOADER_PRESENT,
                                () -> zip(bootstrapWithLoader("/opt/lib/ld.so")))
                        .layer(() -> zip(file("lib/ld.txt", "1"))),
                starts(
                        "a script that starts a shipped loader",
                        () -> zip(
                                executable(
                                        "bootstrap",
                                        "#!/bin/sh\nexec $LAMBDA_TASK_ROOT/lib/ld-linux-x86-64.so.2"
                                                + " --library-path $LAMBDA_TASK_ROOT/lib $LAMBDA_TASK_ROOT/bin/main\n"),
                                executable("bin/main", client("-DNEEDS=arc4random")),
                                executable("lib/ld-linux-x86-64.so.2", loader()),
                                file("lib/libc.so.6", ofThisMachine("/lib/x86_64-linux-gnu/libc.so.6")))));
    }

    /** Needs nothing younger than the oldest C library that there is, but for what the flags add. */
    private static Entry old(String... flags) {
        return bootstrap(Stream.concat(Stream.of("-DOLD_START", "-nostartfiles"), Stream.of(flags))
                .toArray(String[]::new));
    }

    private static List<TruthCase> versions() {
        return List.of(
                starts("glibc 2.7 on AL2", () -> zip(old())).on(AL2),
                starts("glibc 2.26 on AL2", () -> zip(old("-DNEEDS=reallocarray")))
                        .on(AL2),
                fails("glibc 2.27 on AL2", LOADER, GLIBC, () -> zip(old("-DNEEDS=glob")))
                        .on(AL2),
                fails("glibc 2.34 on AL2", LOADER, GLIBC, () -> zip(bootstrap()))
                        .on(AL2),
                starts("glibc 2.27 on AL2023", () -> zip(old("-DNEEDS=glob"))),
                starts("glibc 2.34 on AL2023", () -> zip(bootstrap("-DNEEDS=glob"))),
                fails("glibc 2.35 on AL2023", LOADER, GLIBC, () -> zip(bootstrap("-DNEEDS=epoll_pwait2"))),
                fails("glibc 2.36 on AL2023", LOADER, GLIBC, () -> zip(bootstrap("-DNEEDS=arc4random"))),
                fails("glibc 2.36, stripped", LOADER, GLIBC, () -> zip(bootstrap("-DNEEDS=arc4random", "-s"))),
                fails(
                        "glibc 2.36 without section headers",
                        LOADER,
                        GLIBC,
                        () -> zip(executable("bootstrap", Patch.sectionless(client("-DNEEDS=arc4random"))))),
                fails(
                        "glibc 2.38 on AL2023",
                        LOADER,
                        GLIBC,
                        () -> zip(executable(
                                "bootstrap", Patch.version(client("-DNEEDS=arc4random"), "GLIBC_2.36", "GLIBC_2.38")))),
                fails(
                        "packed relative relocations",
                        LOADER,
                        GLIBC,
                        () -> zip(bootstrap("-Wl,-z,pack-relative-relocs"))),
                starts(
                                "a weak need of glibc 2.36",
                                () -> zip(executable(
                                        "bootstrap", Patch.weak(client("-DNEEDS_WEAKLY=arc4random"), "GLIBC_2.36"))))
                        .warns(GLIBC),
                starts("glibc 2.36, linked in", () -> zip(bootstrap("-DNEEDS=arc4random", "-static"))));
    }
}
