package io.github.lambdabootstrap.truth;

import static io.github.lambdabootstrap.truth.CraftedZip.executable;
import static io.github.lambdabootstrap.truth.CraftedZip.file;
import static io.github.lambdabootstrap.truth.CraftedZip.link;
import static io.github.lambdabootstrap.truth.CraftedZip.zip;
import static io.github.lambdabootstrap.truth.Outcome.EXIT;
import static io.github.lambdabootstrap.truth.Programs.client;
import static io.github.lambdabootstrap.truth.Programs.staticClient;
import static io.github.lambdabootstrap.truth.TruthCase.fails;
import static io.github.lambdabootstrap.truth.TruthCase.starts;

import io.github.lambdabootstrap.truth.CraftedZip.Entry;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Scripts: what becomes of the programs that they start. */
final class ScriptCases {

    private static final String TARGET = "script-target";
    static final String OTHER_WORLD = "Lambda's world is not this machine's";

    private ScriptCases() {}

    static List<TruthCase> all() {
        return Stream.of(targets(), brokenTargets(), unknown())
                .flatMap(List::stream)
                .toList();
    }

    /** The script beside an executable {@code main} that works. */
    static Supplier<byte[]> script(String text) {
        return () -> zip(executable("bootstrap", text), executable("main", staticClient()));
    }

    private static Supplier<byte[]> script(String text, Supplier<Entry> other) {
        return () -> zip(executable("bootstrap", text), other.get());
    }

    private static List<TruthCase> targets() {
        return List.of(
                starts("the task root of the environment", script("#!/bin/sh\nexec $LAMBDA_TASK_ROOT/main\n")),
                starts("the task root in braces and quotes", script("#!/bin/sh\nexec \"${LAMBDA_TASK_ROOT}/main\"\n")),
                starts("the task root as it is", script("#!/bin/sh\nexec /var/task/main\n")),
                starts("the folder of the script", script("#!/bin/sh\nexec \"$(dirname \"$0\")/main\"\n")),
                starts("after a change of folder", script("#!/bin/sh\ncd \"$LAMBDA_TASK_ROOT\"\n./main\n")),
                starts(
                        "in another folder",
                        () -> zip(
                                executable("bootstrap", "#!/bin/sh\ncd bin\nexec ./main\n"),
                                executable("bin/main", staticClient()))),
                starts(
                        "a target by a link",
                        () -> zip(
                                executable("bootstrap", "#!/bin/sh\nexec ./run\n"),
                                link("run", "main"),
                                executable("main", staticClient()))),
                starts(
                        "with arguments and comments",
                        script("#!/bin/sh\n# starts ./nothing\nset -eu\n\nexec ./main --now \"$@\"\n")),
                starts(
                        "a program that is not always there",
                        script("#!/bin/sh\n[ -x ./agent ] && ./agent\nexec ./main\n")),
                starts("a program that may fail", script("#!/bin/sh\n./migrate || true\nexec ./main\n")),
                starts(
                        "in a function that is not called",
                        script("#!/bin/sh\nold() {\n  exec ./old\n}\nexec ./main\n")),
                starts("in a text", script("#!/bin/sh\ncat <<END\nexec ./old\nEND\nexec ./main\n")),
                starts("by its handler", script("#!/bin/sh\nexec \"./bin/$_HANDLER\"\n"))
                        .judged(EXIT, "the handler is not part of the archive"),
                starts(
                        "a chain of scripts",
                        () -> zip(
                                executable("bootstrap", "#!/bin/sh\nexec ./run.sh\n"),
                                executable("run.sh", "#!/bin/bash\nexec ./main\n"),
                                executable("main", staticClient()))),
                starts("after an exit", script("#!/bin/sh\nexec ./main\n./old\n")),
                starts(
                        "a program whose name ends in CR",
                        script("#!/bin/sh\nexec ./orders\r\n", () -> executable("orders\r", staticClient()))),
                starts("CR behind the last argument", script("#!/bin/sh\nexec ./main --now\r\n")),
                starts("CR alone in a comment", script("#!/bin/sh\n# old:\rexec ./orders\nexec ./main\n")),
                starts(
                        "libraries in a folder of its own, which the script names",
                        () -> zip(
                                executable(
                                        "bootstrap",
                                        "#!/bin/sh\nexport LD_LIBRARY_PATH=/var/task/native\nexec ./main\n"),
                                executable("main", client(Programs.needing("libssl.so.1.1"))),
                                file("native/libssl.so.1.1", Programs.library("libssl.so.1.1")))),
                starts(
                        "a script longer than anyone reads",
                        script("#!/bin/sh\n" + "# settings of a long license text\n".repeat(1950) + "exec ./main\n")),
                starts("a program in the background", script("#!/bin/sh\n./agent 2>/dev/null &\nexec ./main\n")));
    }

    private static List<TruthCase> brokenTargets() {
        return List.of(
                fails("a target that is absent", EXIT, TARGET, script("#!/bin/sh\nexec ./orders\n")),
                fails(
                        "a target below the task root that is absent",
                        EXIT,
                        TARGET,
                        script("#!/bin/sh\nexec $LAMBDA_TASK_ROOT/orders\n")),
                fails(
                        "a target beside the script that is absent",
                        EXIT,
                        TARGET,
                        script("#!/bin/sh\nexec \"$(dirname \"$0\")/orders\"\n")),
                fails(
                        "a target that is not executable",
                        EXIT,
                        "bootstrap-executable",
                        script("#!/bin/sh\nexec ./orders\n", () -> file("orders", staticClient()))),
                fails(
                        "a target without modes",
                        EXIT,
                        "bootstrap-executable",
                        script(
                                "#!/bin/sh\n./orders\n",
                                () -> executable("orders", staticClient()).modeless())),
                fails(
                        "a target of another machine",
                        EXIT,
                        "architecture-matches",
                        script(
                                "#!/bin/bash\nexec ./orders\n",
                                () -> executable("orders", Patch.machine(staticClient(), 183)))),
                fails(
                        "a target for macOS",
                        EXIT,
                        "bootstrap-format",
                        script(
                                "#!/bin/bash\nexec ./orders\n",
                                () -> executable("orders", Programs.tiny("GOOS=darwin", "GOARCH=arm64")))),
                fails(
                        "a target with CRLF",
                        EXIT,
                        "script-interpreter",
                        script("#!/bin/sh\nexec ./run.sh\n", () -> executable("run.sh", "#!/bin/sh\r\n"))),
                fails(
                        "a target with the loader of musl",
                        EXIT,
                        "loader-present",
                        script(
                                "#!/bin/sh\nexec ./orders\n",
                                () -> executable("orders", client("-Wl,--dynamic-linker=/lib/ld-musl-x86_64.so.1")))),
                fails(
                        "a target that needs glibc 2.38",
                        Outcome.LOADER,
                        "glibc-version",
                        script(
                                "#!/bin/sh\nexec ./orders\n",
                                () -> executable(
                                        "orders",
                                        Patch.version(client("-DNEEDS=arc4random"), "GLIBC_2.36", "GLIBC_2.38")))),
                fails(
                        "a target that is a directory",
                        EXIT,
                        TARGET,
                        script("#!/bin/sh\nexec ./orders\n", () -> file("orders/data.json", "{}"))),
                fails(
                        "a target whose name has backslashes",
                        EXIT,
                        TARGET,
                        script("#!/bin/sh\nexec ./bin/orders\n", () -> executable("bin\\orders", staticClient()))),
                fails("lines that end with CRLF behind the first", EXIT, TARGET, script("#!/bin/sh\nexec ./main\r\n")),
                fails(
                        "CRLF behind settings and the program",
                        EXIT,
                        TARGET,
                        script("#!/bin/bash\n# starts main\r\n\r\nSTAGE=test\r\nexec \"$LAMBDA_TASK_ROOT/main\"\r\n")),
                fails(
                        "a target of another machine, beside a library path",
                        EXIT,
                        "architecture-matches",
                        script(
                                "#!/bin/sh\nexport LD_LIBRARY_PATH=$LAMBDA_TASK_ROOT/libs\nexec ./orders\n",
                                () -> executable("orders", Patch.machine(staticClient(), 183)))));
    }

    private static List<TruthCase> unknown() {
        return List.of(
                starts("a script that does nothing", script("#!/bin/sh\n"))
                        .judged(EXIT, "it is the application's choice"),
                starts("a program of the system", script("#!/bin/sh\nexec nodejs-of-lambda index.js\n"))
                        .judged(EXIT, OTHER_WORLD),
                starts("a client in bash", script(CLIENT)),
                starts(
                        "a program that is made at start",
                        script("#!/bin/sh\ncp main /tmp/orders\nexec /tmp/orders\n")));
    }

    private static final String CLIENT = """
            #!/bin/bash
            host=${AWS_LAMBDA_RUNTIME_API%:*} port=${AWS_LAMBDA_RUNTIME_API#*:}
            api=/2018-06-01/runtime/invocation
            while true; do
              exec 3<>"/dev/tcp/$host/$port"
              printf 'GET %s/next HTTP/1.0\\r\\nHost: lambda\\r\\n\\r\\n' "$api" >&3
              id=$(grep -i '^lambda-runtime-aws-request-id:' <&3 | cut -d' ' -f2 | tr -d '\\r')
              exec 3<>"/dev/tcp/$host/$port"
              printf 'POST %s/%s/response HTTP/1.0\\r\\nHost: lambda\\r\\nContent-Length: 4\\r\\n\\r\\n"ok"' "$api" "$id" >&3
              cat <&3
            done
            """;
}
