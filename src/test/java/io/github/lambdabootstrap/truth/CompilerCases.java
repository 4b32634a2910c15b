package io.github.lambdabootstrap.truth;

import static io.github.lambdabootstrap.truth.CraftedZip.executable;
import static io.github.lambdabootstrap.truth.CraftedZip.zip;
import static io.github.lambdabootstrap.truth.Outcome.EXEC_FAILED;
import static io.github.lambdabootstrap.truth.Outcome.LOADER;
import static io.github.lambdabootstrap.truth.Outcome.SIGNAL;
import static io.github.lambdabootstrap.truth.Programs.client;
import static io.github.lambdabootstrap.truth.Programs.muslClient;
import static io.github.lambdabootstrap.truth.Programs.packed;
import static io.github.lambdabootstrap.truth.Programs.rustClient;
import static io.github.lambdabootstrap.truth.Programs.staticClient;
import static io.github.lambdabootstrap.truth.TruthCase.AL2;
import static io.github.lambdabootstrap.truth.TruthCase.fails;
import static io.github.lambdabootstrap.truth.TruthCase.starts;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Functions of other compilers and C libraries, and packed ones. */
final class CompilerCases {

    private static final String MUSL_LOADER = "/var/task/lib/ld-musl-x86_64.so.1";

    private CompilerCases() {}

    static List<TruthCase> all() {
        return Stream.of(rust(), musl(), upx()).flatMap(List::stream).toList();
    }

    private static Supplier<byte[]> bootstrap(Supplier<byte[]> program) {
        return () -> zip(executable("bootstrap", program.get()));
    }

    private static List<TruthCase> rust() {
        return List.of(
                starts("Rust on AL2023", bootstrap(() -> rustClient())),
                starts("Rust, stripped", bootstrap(() -> rustClient("-C", "strip=symbols", "-C", "panic=abort"))),
                fails("Rust on AL2", LOADER, "glibc-version", bootstrap(() -> rustClient()))
                        .on(AL2),
                starts("Rust, static-pie, on AL2", bootstrap(() -> rustClient("-C", "target-feature=+crt-static")))
                        .on(AL2),
                starts(
                        "Rust, static",
                        bootstrap(
                                () -> rustClient("-C", "target-feature=+crt-static", "-C", "relocation-model=static"))),
                starts("Rust for x86-64-v2", bootstrap(() -> rustClient("-C", "target-cpu=x86-64-v2"))));
    }

    private static List<TruthCase> musl() {
        return List.of(
                starts("musl, static", bootstrap(() -> muslClient("-static"))),
                starts("musl, static and stripped", bootstrap(() -> muslClient("-static", "-s"))),
                fails("musl, dynamic", EXEC_FAILED, "loader-present", bootstrap(Programs::muslClient)),
                starts(
                        "musl, dynamic, with its loader",
                        () -> zip(
                                executable("bootstrap", muslClient("-Wl,--dynamic-linker=" + MUSL_LOADER)),
                                executable(
                                        "lib/ld-musl-x86_64.so.1",
                                        Programs.read(Tool.WORKSHOP.resolve(
                                                "tools/musl/usr/lib/x86_64-linux-musl/libc.so"))))),
                starts(
                        "a script that starts a musl program by its loader",
                        () -> zip(
                                executable("bootstrap", "#!/bin/sh\nexec ./ld.so ./main\n"),
                                executable("main", muslClient()),
                                executable(
                                        "ld.so",
                                        Programs.read(Tool.WORKSHOP.resolve(
                                                "tools/musl/usr/lib/x86_64-linux-musl/libc.so"))))));
    }

    private static List<TruthCase> upx() {
        return List.of(
                starts("UPX, static", bootstrap(() -> packed(staticClient()))),
                starts("UPX, static-pie", bootstrap(() -> packed(client("-static-pie")))),
                starts("UPX, Go", bootstrap(() -> packed(Programs.handler(Programs.AWS_LAMBDA_GO)))),
                starts("UPX, Go, LZMA", bootstrap(() -> packed(Programs.goClient(), "--lzma"))),
                starts("UPX, Rust", bootstrap(() -> packed(rustClient()))),
                fails(
                        "UPX of another machine",
                        EXEC_FAILED,
                        "architecture-matches",
                        bootstrap(() -> packed(Programs.goClient("GOARCH=arm64")))),
                fails(
                        "UPX without execute bit",
                        EXEC_FAILED,
                        "bootstrap-executable",
                        () -> zip(
                                executable("bootstrap", packed(staticClient())).mode(0644))),
                fails(
                        "half of UPX",
                        SIGNAL,
                        "elf-loadable",
                        bootstrap(() -> Patch.headPerMille(packed(staticClient()), 500))),
                starts("UPX, an old aws-lambda-go", bootstrap(() -> packed(Programs.handler("v1.17.0"))))
                        .judged(Outcome.SILENT, "packed bytes do not tell which client is in them"));
    }
}
