package io.github.lambdabootstrap.truth;

import static io.github.lambdabootstrap.truth.CraftedZip.executable;
import static io.github.lambdabootstrap.truth.CraftedZip.file;
import static io.github.lambdabootstrap.truth.CraftedZip.zip;
import static io.github.lambdabootstrap.truth.Outcome.EXIT;
import static io.github.lambdabootstrap.truth.Outcome.LOADER;
import static io.github.lambdabootstrap.truth.Programs.staticClient;
import static io.github.lambdabootstrap.truth.TruthCase.fails;
import static io.github.lambdabootstrap.truth.TruthCase.starts;

import io.github.lambdabootstrap.truth.CraftedZip.Entry;
import java.util.List;

/** The many ways in which a shell script gets to its program. */
final class ShellCases {

    private static final String EXECUTABLE = "bootstrap-executable";

    private ShellCases() {}

    private static Entry main() {
        return executable("main", staticClient());
    }

    private static Entry inFolder() {
        return executable("bin/main", staticClient());
    }

    static List<TruthCase> all() {
        return List.of(
                starts("env with a path", () -> zip(executable("bootstrap", "#!/usr/bin/env ./main\n"), main())),
                starts(
                        "env with the whole path",
                        () -> zip(executable("bootstrap", "#!/usr/bin/env /var/task/main\n"), main())),
                fails(
                        "env with a path to nothing",
                        EXIT,
                        "script-interpreter",
                        () -> zip(executable("bootstrap", "#!/usr/bin/env ./orders\n"), main())),
                fails(
                        "the loader as an interpreter",
                        LOADER,
                        "script-interpreter",
                        () -> zip(executable("bootstrap", "#!/lib64/ld-linux-x86-64.so.2\n"), main())),
                starts(
                        "PATH with a folder of the archive",
                        () -> zip(
                                executable(
                                        "bootstrap", "#!/bin/sh\nexport PATH=$LAMBDA_TASK_ROOT/bin:$PATH\nexec main\n"),
                                inFolder())),
                starts(
                        "the folder by an expansion",
                        () -> zip(executable("bootstrap", "#!/bin/sh\nexec \"${0%/*}/main\"\n"), main())),
                starts(
                        "the folder, then the program",
                        () -> zip(
                                executable("bootstrap", "#!/bin/sh\ncd \"$(dirname \"$0\")\" && exec ./main\n"),
                                main())),
                starts(
                        "settings from a file",
                        () -> zip(
                                executable("bootstrap", "#!/bin/sh\n. ./env.sh\nexec ./main\n"),
                                file("env.sh", "STAGE=test\n"),
                                main())),
                starts("a loop", () -> zip(executable("bootstrap", "#!/bin/sh\nwhile :; do ./main; done\n"), main())),
                starts(
                        "an environment of its own",
                        () -> zip(executable("bootstrap", "#!/bin/sh\nexec env STAGE=test ./main\n"), main())),
                starts(
                        "a setting before the program",
                        () -> zip(executable("bootstrap", "#!/bin/sh\nSTAGE=test exec ./main\n"), main())),
                starts(
                        "output to elsewhere",
                        () -> zip(executable("bootstrap", "#!/bin/sh\nexec ./main 2>&1\n"), main())),
                starts(
                        "an archive behind the script",
                        () -> zip(executable("bootstrap", "#!/bin/sh\nexec ./main\n\0\1\2PK\3\4\377\n"), main())),
                starts(
                        "two arguments for the shell in one",
                        () -> zip(executable("bootstrap", "#!/bin/bash --noprofile\nexec ./main\n"), main())),
                fails(
                        "chmod at the start, which nobody may",
                        EXIT,
                        EXECUTABLE,
                        () -> zip(executable("bootstrap", "#!/bin/sh\nexec ./main\n"), main().mode(0644))));
    }
}
