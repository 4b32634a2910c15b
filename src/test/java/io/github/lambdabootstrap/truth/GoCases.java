package io.github.lambdabootstrap.truth;

import static io.github.lambdabootstrap.truth.CraftedZip.executable;
import static io.github.lambdabootstrap.truth.CraftedZip.zip;
import static io.github.lambdabootstrap.truth.Outcome.EXIT;
import static io.github.lambdabootstrap.truth.Outcome.LOADER;
import static io.github.lambdabootstrap.truth.Outcome.SILENT;
import static io.github.lambdabootstrap.truth.Programs.AWS_LAMBDA_GO;
import static io.github.lambdabootstrap.truth.Programs.handler;
import static io.github.lambdabootstrap.truth.TruthCase.AL2;
import static io.github.lambdabootstrap.truth.TruthCase.fails;
import static io.github.lambdabootstrap.truth.TruthCase.starts;

import io.github.lambdabootstrap.truth.Programs.GoProgram;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Functions in Go: however they are built, and on clients that cannot work. */
final class GoCases {

    private static final String CLIENT = "go-runtime-client";
    private static final String MODULE = "github.com/aws/aws-lambda-go";

    private GoCases() {}

    static List<TruthCase> all() {
        return Stream.of(builds(), clients()).flatMap(List::stream).toList();
    }

    private static Supplier<byte[]> bootstrap(Supplier<byte[]> program) {
        return () -> zip(executable("bootstrap", program.get()));
    }

    private static Supplier<byte[]> current(String... settings) {
        return bootstrap(() -> handler(AWS_LAMBDA_GO, settings));
    }

    private static List<TruthCase> builds() {
        return List.of(
                starts("Go", current()),
                starts("Go on AL2", current()).on(AL2),
                starts("Go, stripped and without RPC", current("-ldflags=-s -w", "-tags=lambda.norpc", "-trimpath")),
                starts("Go, position independent", current("-buildmode=pie")),
                starts("Go for x86-64-v3", current("GOAMD64=v3")),
                starts("Go with cgo on AL2023", current("CGO_ENABLED=1")),
                fails("Go with cgo on AL2", LOADER, "glibc-version", current("CGO_ENABLED=1"))
                        .on(AL2),
                starts(
                                "Go with cgo, static, on AL2",
                                current("CGO_ENABLED=1", "-ldflags=-linkmode=external -extldflags=-static"))
                        .on(AL2),
                starts(
                        "Go with cgo, static-pie, stripped",
                        current(
                                "CGO_ENABLED=1",
                                "-buildmode=pie",
                                "-ldflags=-s -linkmode=external -extldflags=-static-pie")),
                starts("Go without section headers", bootstrap(() -> Patch.sectionless(handler(AWS_LAMBDA_GO)))),
                starts(
                        "Go without build info",
                        bootstrap(() -> Programs.changed(
                                handler(AWS_LAMBDA_GO), "objcopy", "--remove-section=.go.buildinfo", "$"))),
                fails(
                        "a C archive of Go",
                        Outcome.EXEC_FAILED,
                        "bootstrap-format",
                        current("CGO_ENABLED=1", "-buildmode=c-archive")),
                fails(
                        "a C library of Go",
                        Outcome.SIGNAL,
                        "elf-loadable",
                        current("CGO_ENABLED=1", "-buildmode=c-shared")));
    }

    private static GoProgram replaced(String required, String other) {
        return new GoProgram(
                "handler.go",
                List.of(MODULE + "@" + required),
                List.of("-replace=" + MODULE + "=" + MODULE + "@" + other));
    }

    private static List<TruthCase> clients() {
        return List.of(
                starts("the first client that works, 1.18.0", bootstrap(() -> handler("v1.18.0"))),
                fails("aws-lambda-go 1.17.0", SILENT, CLIENT, bootstrap(() -> handler("v1.17.0"))),
                fails("aws-lambda-go 1.6.0", SILENT, CLIENT, bootstrap(() -> handler("v1.6.0"))),
                fails(
                        "aws-lambda-go replaced by 1.17.0",
                        SILENT,
                        CLIENT,
                        bootstrap(() -> Programs.go(replaced("v1.47.0", "v1.17.0")))),
                starts(
                        "aws-lambda-go 1.17.0 replaced by 1.47.0",
                        bootstrap(() -> Programs.go(replaced("v1.17.0", "v1.47.0")))),
                starts("a client without a library", bootstrap(Programs::goClient)),
                starts(
                        "an old aws-lambda-go beside another client",
                        bootstrap(() -> Programs.go(new GoProgram(
                                Programs.text("client.go")
                                        .replace("import (", "import (\n\t_ \"" + MODULE + "/events\""),
                                List.of(MODULE + "@v1.17.0"),
                                List.of())))),
                starts(
                                "a program in Go that is no function",
                                bootstrap(() -> Programs.go(new GoProgram(
                                        "package main\n\nfunc main() {\n\tprintln(\"hello\")\n}\n",
                                        List.of(),
                                        List.of()))))
                        .warns("runtime-client")
                        .judged(EXIT, "the bytes do not tell what a program does"),
                starts("a program in C that is no function", bootstrap(() -> Programs.client("-DNO_CLIENT", "-static")))
                        .warns("runtime-client")
                        .judged(EXIT, "the bytes do not tell what a program does"),
                starts(
                        "Go 1.17, whose build info is of the older form",
                        bootstrap(() -> handler("v1.18.0", "GOTOOLCHAIN=go1.17.13", "GOFLAGS=-mod=mod"))));
    }
}
