package io.github.lambdabootstrap.truth;

import static io.github.lambdabootstrap.truth.CraftedZip.directory;
import static io.github.lambdabootstrap.truth.CraftedZip.executable;
import static io.github.lambdabootstrap.truth.CraftedZip.file;
import static io.github.lambdabootstrap.truth.CraftedZip.link;
import static io.github.lambdabootstrap.truth.CraftedZip.zip;
import static io.github.lambdabootstrap.truth.Outcome.EXEC_FAILED;
import static io.github.lambdabootstrap.truth.Outcome.EXIT;
import static io.github.lambdabootstrap.truth.Outcome.LOADER;
import static io.github.lambdabootstrap.truth.Outcome.NOT_FOUND;
import static io.github.lambdabootstrap.truth.Programs.client;
import static io.github.lambdabootstrap.truth.Programs.library;
import static io.github.lambdabootstrap.truth.Programs.needing;
import static io.github.lambdabootstrap.truth.Programs.staticClient;
import static io.github.lambdabootstrap.truth.TruthCase.fails;
import static io.github.lambdabootstrap.truth.TruthCase.starts;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The forms that frameworks and runtimes give to a function's archive. */
final class ShapeCases {

    private static final String SPRING = "#!/bin/sh\nset -e\ncd ${LAMBDA_TASK_ROOT:-.}\nexec ./orders \"$@\"\n";
    private static final String MICRONAUT = "#!/bin/bash\nset -euo pipefail\n./func -XX:MaximumHeapSizePercent=80"
            + " -Dio.netty.noPreferDirect=true -Djava.library.path=$(pwd)\n";
    private static final String CPP = "#!/bin/bash\nset -euo pipefail\nexport AWS_EXECUTION_ENV=lambda-cpp\n"
            + "exec $LAMBDA_TASK_ROOT/lib/ld-linux-x86-64.so.2 --library-path $LAMBDA_TASK_ROOT/lib"
            + " $LAMBDA_TASK_ROOT/bin/main ${_HANDLER}\n";
    private static final String BREF = """
            #!/bin/sh
            set -e
            export PHP_INI_SCAN_DIR="/opt/bref/etc:/var/task/php"
            while true
            do
                /opt/bin/php /opt/bref/bootstrap.php
            done
            """;
    private static final String LOADER_FILE = "/lib64/ld-linux-x86-64.so.2";
    private static final String LIBC = "/lib/x86_64-linux-gnu/libc.so.6";

    private ShapeCases() {}

    static List<TruthCase> all() {
        return Stream.of(natives(), bundledLoaders(), interpreted(), payloads(), linkers())
                .flatMap(List::stream)
                .toList();
    }

    private static List<TruthCase> natives() {
        return List.of(
                starts(
                        "GraalVM behind a script that goes to the task root",
                        () -> zip(executable("bootstrap", SPRING), executable("orders", client()))),
                fails(
                        "GraalVM whose executable is called otherwise",
                        EXIT,
                        "script-target",
                        () -> zip(executable("bootstrap", SPRING), executable("shop", client()))),
                starts(
                        "GraalVM behind a script with arguments of its own",
                        () -> zip(executable("bootstrap", MICRONAUT), executable("func", client()))),
                starts(
                        "Swift: a link, and libraries beside it",
                        () -> zip(
                                link("bootstrap", "Orders"),
                                executable("Orders", client(needing("libswiftCore.so", "-Wl,-rpath,$ORIGIN"))),
                                executable("libswiftCore.so", library("libswiftCore.so")))),
                fails(
                        "Swift: the library without the bits to read it",
                        LOADER,
                        "entry-readable",
                        () -> zip(
                                link("bootstrap", "Orders"),
                                executable("Orders", client(needing("libswiftCore.so", "-Wl,-rpath,$ORIGIN"))),
                                file("libswiftCore.so", library("libswiftCore.so"))
                                        .mode(0700))),
                starts(
                        ".NET, ahead of time, with its symbols",
                        () -> zip(
                                executable("bootstrap", client()),
                                file("bootstrap.dbg", client("-c")),
                                file("appsettings.json", "{}"))),
                starts(
                        ".NET, self-contained",
                        () -> zip(
                                executable("bootstrap", client()),
                                file("orders.dll", "MZ"),
                                file("orders.runtimeconfig.json", "{}"),
                                file("libcoreclr.so", library("libcoreclr.so")))),
                starts(
                        "Haskell with a library that it ships",
                        () -> zip(
                                executable("bootstrap", client(needing("libgmp.so.10"))),
                                file("lib/libgmp.so.10", library("libgmp.so.10")))));
    }

    private static byte[] ofThisMachine(String path) {
        return Programs.read(Path.of(path));
    }

    private static List<TruthCase> bundledLoaders() {
        return List.of(
                starts(
                        "C++ with the loader of the machine that built it",
                        () -> zip(
                                executable("bootstrap", CPP),
                                executable("bin/main", client("-DNEEDS=arc4random")),
                                executable("lib/ld-linux-x86-64.so.2", ofThisMachine(LOADER_FILE)),
                                file("lib/libc.so.6", ofThisMachine(LIBC)))),
                starts(
                        "C++ with a loader that is a link",
                        () -> zip(
                                executable("bootstrap", CPP),
                                executable("bin/main", client("-DNEEDS=arc4random")),
                                link("lib/ld-linux-x86-64.so.2", "ld-2.36.so"),
                                executable("lib/ld-2.36.so", ofThisMachine(LOADER_FILE)),
                                file("lib/libc.so.6", ofThisMachine(LIBC)))),
                fails(
                        "C++ without the loader",
                        EXIT,
                        "script-target",
                        () -> zip(executable("bootstrap", CPP), executable("bin/main", client()))),
                starts(
                        "the loader of the system, asked by a script",
                        () -> zip(
                                executable("bootstrap", "#!/bin/sh\nexec /lib64/ld-linux-x86-64.so.2 ./main\n"),
                                executable("main", client()))));
    }

    private static List<TruthCase> interpreted() {
        return List.of(
                starts("PHP whose bootstrap is the layer's", () -> zip(file("index.php", "<?php\n")))
                        .layer(() -> zip(
                                executable("bootstrap", BREF),
                                directory("bin/"),
                                executable("bin/php", staticClient()),
                                file("bref/bootstrap.php", "<?php\n"))),
                fails("PHP without its layer", NOT_FOUND, "bootstrap-present", () -> zip(file("index.php", "<?php\n"))),
                starts(
                        "Node with its own executable",
                        () -> zip(
                                executable("bootstrap", "#!/var/task/node/bin/node\nrequire('./index');\n"),
                                executable("node/bin/node", staticClient()))),
                starts(
                                "a handler for the web adapter of a layer",
                                () -> zip(
                                        executable("run.sh", "#!/bin/bash\nexec ./main\n"),
                                        executable("main", staticClient())))
                        .layer(() -> zip(executable(
                                "bootstrap", "#!/bin/bash\nset -eu\nexec -- \"${LAMBDA_TASK_ROOT}/${_HANDLER}\"\n")))
                        .handler("run.sh"),
                starts(
                        "bash that reads the handler's file",
                        () -> zip(
                                executable("bootstrap", """
                                        #!/bin/bash
                                        set -euo pipefail
                                        source $LAMBDA_TASK_ROOT/"$(echo $_HANDLER | cut -d. -f1).sh"
                                        run
                                        """),
                                file("bootstrap.sh", "run() { exec /var/task/main; }\n"),
                                executable("main", staticClient()))));
    }

    private static Supplier<byte[]> withTail(String tail) {
        return withTail(() -> tail.getBytes(StandardCharsets.UTF_8));
    }

    private static Supplier<byte[]> withTail(Supplier<byte[]> tail) {
        return () -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.writeBytes(client());
            out.writeBytes(tail.get());
            return zip(executable("bootstrap", out.toByteArray()));
        };
    }

    private static List<TruthCase> payloads() {
        return List.of(
                starts("Deno, compiled: a script behind the program", withTail("d3n0l4nd" + "x".repeat(100_000))),
                starts("a program with a zip behind it", withTail(() -> zip(executable("bootstrap", "#!/bin/sh\r\n")))),
                starts("a program with another one behind it", withTail(() -> Patch.machine(staticClient(), 183))),
                starts(
                        "Node, a program with a section of its own",
                        () -> zip(executable(
                                "bootstrap",
                                Programs.changed(
                                        client(),
                                        "objcopy",
                                        "--add-section",
                                        "NODE_SEA_BLOB=/etc/passwd",
                                        "--set-section-flags",
                                        "NODE_SEA_BLOB=noload,readonly",
                                        "$")))));
    }

    private static TruthCase linked(String how, String... flags) {
        return starts(how, () -> zip(executable("bootstrap", client(flags))));
    }

    private static List<TruthCase> linkers() {
        return List.of(
                linked("linked by gold", "-fuse-ld=gold"),
                linked("linked by gold, static", "-fuse-ld=gold", "-static"),
                linked("code and headers in one segment", "-Wl,-z,noseparate-code"),
                linked("pages of 64 KiB", "-static", "-Wl,-z,max-page-size=65536"),
                linked("a stack that is executable", "-static", "-Wl,-z,execstack"),
                linked("no build id", "-static", "-Wl,--build-id=none"),
                linked("both kinds of hashes", "-Wl,--hash-style=both"),
                linked("everything bound at start", "-Wl,-z,now,-z,relro"),
                linked("debug information, compressed", "-g", "-gz"),
                linked("an RPATH to nothing", "-Wl,-rpath,/home/me/lib"),
                linked("profiled", "-static", "-pg"),
                fails(
                        "thousands of sections and no program",
                        EXEC_FAILED,
                        "elf-loadable",
                        () -> zip(executable("bootstrap", client("-c", "-ffunction-sections", "-fdata-sections")))));
    }
}
