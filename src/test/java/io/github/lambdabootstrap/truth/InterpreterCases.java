package io.github.lambdabootstrap.truth;

import static io.github.lambdabootstrap.truth.CraftedZip.directory;
import static io.github.lambdabootstrap.truth.CraftedZip.executable;
import static io.github.lambdabootstrap.truth.CraftedZip.file;
import static io.github.lambdabootstrap.truth.CraftedZip.zip;
import static io.github.lambdabootstrap.truth.Outcome.ASKED;
import static io.github.lambdabootstrap.truth.Outcome.EXEC_FAILED;
import static io.github.lambdabootstrap.truth.Outcome.EXIT;
import static io.github.lambdabootstrap.truth.Outcome.SIGNAL;
import static io.github.lambdabootstrap.truth.Programs.client;
import static io.github.lambdabootstrap.truth.Programs.staticClient;
import static io.github.lambdabootstrap.truth.ScriptCases.OTHER_WORLD;
import static io.github.lambdabootstrap.truth.ScriptCases.script;
import static io.github.lambdabootstrap.truth.TruthCase.fails;
import static io.github.lambdabootstrap.truth.TruthCase.starts;

import io.github.lambdabootstrap.truth.CraftedZip.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Scripts: which interpreters start. */
final class InterpreterCases {

    private static final String INTERPRETER = "script-interpreter";
    private static final String TARGET = "script-target";

    private static final String LONG = "deep/".repeat(48) + "bin";

    private InterpreterCases() {}

    static List<TruthCase> all() {
        return Stream.of(interpreters(), brokenInterpreters())
                .flatMap(List::stream)
                .toList();
    }

    /** A script that names {@code /var/task/run} as its interpreter. */
    private static Supplier<byte[]> interpreter(Supplier<Entry> run) {
        return () -> zip(executable("bootstrap", "#!/var/task/run\n"), run.get());
    }

    /** So many scripts, each the interpreter of the one before, and a program for the last. */
    private static List<Entry> interpreters(int scripts) {
        List<Entry> entries = new ArrayList<>(List.of(executable("run" + scripts, staticClient())));
        entries.add(executable("bootstrap", "#!/var/task/run1\n"));
        for (int i = 1; i < scripts; i++) {
            entries.add(executable("run" + i, "#!/var/task/run" + (i + 1) + "\n"));
        }
        return entries;
    }

    private static List<TruthCase> interpreters() {
        return List.of(
                starts("sh", script("#!/bin/sh\nexec ./main\n")),
                starts("bash", script("#!/bin/bash\nexec ./main\n")),
                starts("sh below usr", script("#!/usr/bin/sh\nexec ./main\n")),
                starts("bash below usr", script("#!/usr/bin/bash\nexec ./main\n")),
                starts("env bash", script("#!/usr/bin/env bash\nexec ./main\n")),
                starts("env sh", script("#!/usr/bin/env sh\nexec ./main\n")),
                starts("a blank behind #!", script("#! /bin/sh\nexec ./main\n")),
                starts("a tab behind #!", script("#!\t/bin/sh\nexec ./main\n")),
                starts("blanks behind the interpreter", script("#!/bin/sh  \nexec ./main\n")),
                starts("one option", script("#!/bin/sh -e\nexec ./main\n")),
                starts("one option for bash", script("#!/bin/bash -eu\nexec ./main\n")),
                starts("env -S", script("#!/usr/bin/env -S bash -e\nexec ./main\n")),
                starts("no newline at the end", script("#!/bin/sh\nexec ./main")),
                starts(
                        "an interpreter that is shipped",
                        () -> zip(
                                executable("bootstrap", "#!/var/task/bin/run\n"),
                                executable("bin/run", staticClient()))),
                starts(
                        "an interpreter by a relative path",
                        () -> zip(executable("bootstrap", "#!bin/run\n"), executable("bin/run", staticClient()))),
                starts("five scripts that are interpreters", () -> zip(interpreters(5))),
                starts(
                        "an interpreter whose name is not ASCII",
                        () -> zip(
                                executable("bootstrap", "#!/var/task/été/run\n"),
                                executable("été/run", staticClient()).flags(0x800))),
                starts(
                        "an interpreter whose path is long",
                        () -> zip(
                                executable("bootstrap", "#!/var/task/" + LONG.substring(20) + "/run\n"),
                                executable(LONG.substring(20) + "/run", staticClient()))),
                starts(
                        "an argument that is too long",
                        () -> zip(
                                executable("bootstrap", "#!/var/task/run " + LONG + "\n"),
                                executable("run", staticClient()))),
                starts(
                        "an interpreter with CR in its name",
                        () -> zip(executable("bootstrap", "#!/var/task/run\r\n"), executable("run\r", staticClient()))),
                starts("NUL behind the interpreter", script("#!/bin/sh\0 of a polyglot\nexec ./main\n")),
                starts("an interpreter in a layer", () -> zip(executable("bootstrap", "#!/opt/bin/run\n")))
                        .layer(() -> zip(executable("bin/run", staticClient()))),
                starts(
                        "an interpreter that is a script",
                        () -> zip(
                                executable("bootstrap", "#!/var/task/run.sh\n"),
                                executable("run.sh", "#!/bin/sh\nexec ./main\n"),
                                executable("main", staticClient()))));
    }

    private static List<TruthCase> brokenInterpreters() {
        return List.of(
                fails("CRLF", EXEC_FAILED, INTERPRETER, script("#!/bin/sh\r\nexec ./main\r\n")),
                fails("CRLF behind bash", EXEC_FAILED, INTERPRETER, script("#!/bin/bash\r\n")),
                fails("CRLF behind env", EXIT, INTERPRETER, script("#!/usr/bin/env bash\r\nexec ./main\r\n")),
                fails(
                        "an interpreter of a developer's machine",
                        EXEC_FAILED,
                        INTERPRETER,
                        script("#!/usr/local/bin/node\n")),
                fails(
                        "an interpreter of Nix",
                        EXEC_FAILED,
                        INTERPRETER,
                        script("#!/nix/store/abc/bin/bash\nexec ./main\n")),
                fails(
                        "an interpreter of a home",
                        EXEC_FAILED,
                        INTERPRETER,
                        script("#!/home/me/bin/bash\nexec ./main\n")),
                fails("an interpreter of Windows", EXEC_FAILED, INTERPRETER, script("#!C:\\bash.exe\nexec ./main\n")),
                fails("an interpreter without its path", EXEC_FAILED, INTERPRETER, script("#!bash\nexec ./main\n")),
                fails(
                        "options as several words",
                        EXIT,
                        INTERPRETER,
                        script("#!/bin/bash -euo pipefail\nexec ./main\n")),
                fails(
                        "env with an option of the program",
                        EXIT,
                        INTERPRETER,
                        script("#!/usr/bin/env bash -e\nexec ./main\n")),
                fails(
                        "a shipped interpreter that is absent",
                        EXEC_FAILED,
                        INTERPRETER,
                        script("#!/var/task/bin/run\n")),
                fails(
                        "a shipped interpreter that is not executable",
                        EXEC_FAILED,
                        "bootstrap-executable",
                        interpreter(() -> file("run", staticClient()))),
                fails(
                        "a shipped interpreter of another machine",
                        EXEC_FAILED,
                        "architecture-matches",
                        interpreter(() -> executable("run", Patch.machine(staticClient(), 183)))),
                fails(
                        "a shipped interpreter for macOS",
                        EXEC_FAILED,
                        "bootstrap-format",
                        interpreter(() -> executable("run", Programs.tiny("GOOS=darwin", "GOARCH=arm64")))),
                fails(
                        "a shipped interpreter without its own interpreter line",
                        EXEC_FAILED,
                        "bootstrap-format",
                        interpreter(() -> executable("run", "exec ./main\n"))),
                fails(
                        "a shipped interpreter with the loader of musl",
                        EXEC_FAILED,
                        "loader-present",
                        interpreter(() -> executable("run", client("-Wl,--dynamic-linker=/lib/ld-musl-x86_64.so.1")))),
                fails(
                        "a shipped interpreter that is half of one",
                        SIGNAL,
                        "elf-loadable",
                        interpreter(() -> executable("run", Patch.headPerMille(staticClient(), 500)))),
                fails(
                                "a shipped interpreter that needs glibc 2.36",
                                Outcome.LOADER,
                                "glibc-version",
                                interpreter(() -> executable("run", client("-DNEEDS=arc4random"))))
                        .judged(Outcome.ASKED, "scripts start below this machine's own C library"),
                fails(
                                "a shipped interpreter in a folder for its owner only",
                                EXEC_FAILED,
                                "bootstrap-executable",
                                () -> zip(
                                        executable("bootstrap", "#!/var/task/bin/run\n"),
                                        directory("bin/").mode(0700),
                                        executable("bin/run", staticClient())))
                        .warns("entry-readable"),
                fails(
                        "a shipped interpreter that is a script with CRLF",
                        EXEC_FAILED,
                        INTERPRETER,
                        interpreter(() -> executable("run", "#!/bin/sh\r\n"))),
                fails(
                        "a shipped interpreter that is a script whose program is absent",
                        EXIT,
                        TARGET,
                        interpreter(() -> executable("run", "#!/bin/sh\nexec ./orders\n"))),
                fails(
                        "a script that is its own interpreter",
                        EXEC_FAILED,
                        INTERPRETER,
                        () -> zip(executable("bootstrap", "#!/var/task/bootstrap\n"))),
                fails("six scripts that are interpreters", EXEC_FAILED, INTERPRETER, () -> zip(interpreters(6))),
                fails("an interpreter that the layer lacks", EXEC_FAILED, INTERPRETER, script("#!/opt/bin/run\n"))
                        .layer(() -> zip(file("bin/other", "1"))),
                fails(
                        "an interpreter whose path is too long",
                        EXEC_FAILED,
                        INTERPRETER,
                        () -> zip(
                                executable("bootstrap", "#!/var/task/" + LONG + "/run\n"),
                                executable(LONG + "/run", staticClient()))),
                starts("env of a program that is absent", script("#!/usr/bin/env deno\n"))
                        .warns(INTERPRETER)
                        .judged(EXIT, OTHER_WORLD),
                starts("Perl", script("#!/usr/bin/perl\nexec './main';\n"))
                        .warns(INTERPRETER)
                        .judged(ASKED, OTHER_WORLD));
    }
}
