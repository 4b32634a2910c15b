package io.github.lambdabootstrap.truth;

import static io.github.lambdabootstrap.truth.CraftedZip.executable;
import static io.github.lambdabootstrap.truth.CraftedZip.file;
import static io.github.lambdabootstrap.truth.CraftedZip.link;
import static io.github.lambdabootstrap.truth.CraftedZip.zip;
import static io.github.lambdabootstrap.truth.Outcome.EXIT;
import static io.github.lambdabootstrap.truth.Outcome.LOADER;
import static io.github.lambdabootstrap.truth.Outcome.SILENT;
import static io.github.lambdabootstrap.truth.Programs.client;
import static io.github.lambdabootstrap.truth.Programs.staticClient;
import static io.github.lambdabootstrap.truth.TruthCase.fails;
import static io.github.lambdabootstrap.truth.TruthCase.starts;

import io.github.lambdabootstrap.model.Architecture;
import io.github.lambdabootstrap.shim.Shim;
import io.github.lambdabootstrap.shim.ShimForm;
import io.github.lambdabootstrap.truth.CraftedZip.Entry;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Archives with many executables: our shim, those of others, and what they dispatch on. */
final class BundleCases {

    private static final String RESOLVES = "handler-resolves";
    private static final String ORDERS = "bin/orders";
    private static final int ARM64 = 183;
    private static final String ROUTE = "lambda-bootstrap-map 1\nroute judge? bin/orders\n";

    private BundleCases() {}

    static List<TruthCase> all() {
        return Stream.of(handlers(), forms(), lost(), unfit(), routes(), unknown())
                .flatMap(List::stream)
                .toList();
    }

    /** A bundle with {@code bin/orders} that works, and perhaps more. */
    private static Supplier<byte[]> bundle(byte[] bootstrap, Supplier<Stream<Entry>> more) {
        return () -> zip(Stream.concat(
                        Stream.of(executable("bootstrap", bootstrap), executable(ORDERS, staticClient())), more.get())
                .toArray(Entry[]::new));
    }

    private static Supplier<byte[]> byNative() {
        return bundle(new Shim(ShimForm.NATIVE, Architecture.X86_64).bytes(), Stream::empty);
    }

    private static Supplier<byte[]> byNative(Supplier<Entry> more) {
        return bundle(new Shim(ShimForm.NATIVE, Architecture.X86_64).bytes(), () -> Stream.of(more.get()));
    }

    private static Supplier<byte[]> byScript() {
        return bundle(new Shim(ShimForm.SH, Architecture.X86_64).bytes(), Stream::empty);
    }

    private static Supplier<byte[]> byScript(Supplier<Entry> more) {
        return bundle(new Shim(ShimForm.SH, Architecture.X86_64).bytes(), () -> Stream.of(more.get()));
    }

    private static Supplier<byte[]> by(String script) {
        return bundle(script.getBytes(StandardCharsets.UTF_8), Stream::empty);
    }

    private static List<TruthCase> handlers() {
        return List.of(
                starts("the native shim", byNative()).handler(ORDERS),
                starts("the script shim", byScript()).handler(ORDERS),
                starts("a handler with a dot", byNative()).handler("./bin//orders"),
                starts("a handler that climbs and stays", byScript()).handler("none/../bin/orders"),
                starts(
                                "a handler four folders deep",
                                byNative(() -> executable("bin/api/app/auth/signin", staticClient())))
                        .handler("bin/api/app/auth/signin"),
                starts("a handler that is a link", byNative(() -> link("orders", ORDERS)))
                        .handler("orders"),
                starts(
                                "a handler that is a script",
                                byNative(() -> executable("run", "#!/bin/sh\nexec ./bin/orders\n")))
                        .handler("run"),
                starts("text that a shell takes for a script", byScript(() -> executable("run", "exec ./bin/orders\n")))
                        .handler("run"),
                starts("a tool for another machine", byNative(BundleCases::tool))
                        .handler(ORDERS));
    }

    private static Entry tool() {
        return executable("bin/tool", Patch.machine(staticClient(), ARM64));
    }

    private static List<TruthCase> forms() {
        return List.of(
                starts("the usual form in bash", by("#!/bin/bash\nexec \"${PWD}/${_HANDLER}\"\n"))
                        .handler(ORDERS),
                starts("the usual form without quotes", by("#!/bin/sh\nexec ./$_HANDLER\n"))
                        .handler(ORDERS),
                starts(
                                "a form with the task root and --",
                                by("#!/usr/bin/env bash\nset -eu\nexec -- \"$LAMBDA_TASK_ROOT/$_HANDLER\" \"$@\"\n"))
                        .handler(ORDERS),
                starts("a form without exec", by("#!/bin/sh\n/var/task/$_HANDLER\n"))
                        .handler(ORDERS),
                starts("a form with a folder", by("#!/bin/sh\ncd $LAMBDA_TASK_ROOT\nexec ./bin/${_HANDLER}\n"))
                        .handler("orders"),
                starts("a form that takes an absolute handler", by("#!/bin/sh\nexec \"$PWD/$_HANDLER\"\n"))
                        .handler("/bin/orders"),
                starts(
                                "a dispatcher of one's own",
                                by("#!/bin/sh\ncase $_HANDLER in orders.*) exec ./bin/orders;; esac\n"))
                        .handler("orders.handle"));
    }

    private static List<TruthCase> lost() {
        return List.of(
                fails("a handler that leads to nothing", EXIT, RESOLVES, byNative())
                        .handler("bin/ordrs"),
                fails("a handler that leads to nothing by script", EXIT, RESOLVES, byScript())
                        .handler("bin/ordrs"),
                fails(
                                "a handler that leads to nothing in a form of bash",
                                EXIT,
                                RESOLVES,
                                by("#!/bin/bash\nexec \"${PWD}/${_HANDLER}\"\n"))
                        .handler("bin/ordrs"),
                fails("an absolute handler", EXIT, RESOLVES, byNative()).handler("/var/task/bin/orders"),
                fails("a handler that leaves the task root", EXIT, RESOLVES, byNative())
                        .handler("bin/../../task/bin/orders"),
                fails("a handler that is a folder", EXIT, RESOLVES, byNative()).handler("bin"),
                fails("a handler that is the shim", EXIT, RESOLVES, byNative()).handler("bootstrap"),
                fails("a handler that is the shim by a link", EXIT, RESOLVES, byNative(() -> link("x", "bootstrap")))
                        .handler("x"),
                fails("a form that starts itself", SILENT, RESOLVES, by("#!/bin/sh\nexec ./$_HANDLER\n"))
                        .handler("bootstrap"),
                fails(
                                "a handler by a link out of the archive",
                                EXIT,
                                RESOLVES,
                                byNative(() -> link("x", "../../usr/bin/true")))
                        .handler("x"));
    }

    private static List<TruthCase> unfit() {
        return List.of(
                unfit("that is not executable", "bootstrap-executable", () -> file("x", staticClient())),
                unfit(
                        "without a mode",
                        "bootstrap-executable",
                        () -> executable("x", staticClient()).modeless()),
                unfit(
                        "for another machine",
                        "architecture-matches",
                        () -> executable("x", Patch.machine(staticClient(), ARM64))),
                unfit("that is text", "bootstrap-format", () -> executable("x", "exec ./bin/orders\n")),
                unfit(
                        "for macOS",
                        "bootstrap-format",
                        () -> executable("x", Programs.tiny("GOOS=darwin", "GOARCH=arm64"))),
                unfit(
                        "with the loader of musl",
                        "loader-present",
                        () -> executable("x", client("-Wl,--dynamic-linker=/lib/ld-musl-x86_64.so.1"))),
                unfit("with CRLF", "script-interpreter", () -> executable("x", "#!/bin/sh\r\n")),
                unfit("whose program is absent", "script-target", () -> executable("x", "#!/bin/sh\nexec ./none\n")),
                fails(
                                "a handler that needs glibc 2.38",
                                LOADER,
                                "glibc-version",
                                byNative(() -> executable(
                                        "x", Patch.version(client("-DNEEDS=arc4random"), "GLIBC_2.36", "GLIBC_2.38"))))
                        .handler("x"));
    }

    private static TruthCase unfit(String what, String rule, Supplier<Entry> entry) {
        return fails("a handler " + what, EXIT, rule, byNative(entry)).handler("x");
    }

    private static List<TruthCase> routes() {
        return List.of(
                starts("a route by the native shim", byNative(() -> file("bootstrap.map", ROUTE)))
                        .handler("index.handler"),
                starts("a route by the script shim", byScript(() -> file("bootstrap.map", ROUTE)))
                        .handler("index.handler"),
                starts("an empty map", byNative(() -> file("bootstrap.map", "")))
                        .handler(ORDERS),
                fails(
                        "a route that leads to nothing",
                        EXIT,
                        RESOLVES,
                        byNative(() -> file("bootstrap.map", "lambda-bootstrap-map 1\nroute * bin/ordrs\n"))),
                fails(
                        "a map of another format",
                        EXIT,
                        RESOLVES,
                        byNative(() -> file("bootstrap.map", "lambda-bootstrap-map 2\nroute * bin/orders\n"))),
                fails(
                        "a map with a line of another kind",
                        EXIT,
                        RESOLVES,
                        byScript(() -> file("bootstrap.map", ROUTE + "# all\n"))),
                fails(
                        "a map that is too long",
                        EXIT,
                        RESOLVES,
                        byNative(() -> file("bootstrap.map", ROUTE + "route x bin/orders\n".repeat(4000)))),
                fails(
                                "a map that nobody can read",
                                EXIT,
                                RESOLVES,
                                byNative(() -> file("bootstrap.map", ROUTE).mode(0640)))
                        .warns("entry-readable"),
                starts(
                                "routes for other functions",
                                byNative(() ->
                                        file("bootstrap.map", "lambda-bootstrap-map 1\nroute prod-* bin/orders\n")))
                        .judged(EXIT, "the function's name is not part of the archive"));
    }

    private static List<TruthCase> unknown() {
        return List.of(
                starts("handlers that nobody lists", byNative()).handler(ORDERS).unlisted(),
                starts("handlers that nobody lists beside a tool", byNative(BundleCases::tool))
                        .handler(ORDERS)
                        .unlisted()
                        .warns("bundle-executables"),
                starts("handlers that nobody lists beside data", byNative(() -> file("bin/data.json", "{}")))
                        .handler(ORDERS)
                        .unlisted());
    }
}
