package io.github.lambdabootstrap.rules;

import io.github.lambdabootstrap.problem.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The {@code #!} line of a script names an interpreter that is there, and gives it an argument that it takes. */
public final class ScriptInterpreterRule implements Rule {

    private static final Set<String> SHELLS = Set.of("/bin/sh", "/bin/bash", "/usr/bin/sh", "/usr/bin/bash");
    private static final Set<String> ENV = Set.of("/usr/bin/env", "/bin/env");
    private static final Set<String> FOUND_BY_ENV = Set.of("sh", "bash");

    @Override
    public String id() {
        return "script-interpreter";
    }

    @Override
    public List<Finding> check(ArchiveUnderTest archive) {
        List<Finding> findings = new ArrayList<>();
        for (Program program : archive.programs()) {
            program.script()
                    .filter(script -> !script.interpreter().isEmpty()) // bootstrap-format speaks of it
                    .flatMap(script -> finding(archive, program, script))
                    .ifPresent(findings::add);
        }
        return findings;
    }

    private Optional<Finding> finding(ArchiveUnderTest archive, Program program, Script script) {
        boolean shell = SHELLS.contains(script.interpreter());
        boolean env = ENV.contains(script.interpreter());
        if (script.carriageReturn() && (script.argument().isEmpty() || shell || env)) {
            return Optional.of(carriageReturn(program, script));
        }
        if (shell) {
            return shell(program, script);
        }
        if (env) {
            return env(program, script);
        }
        return other(archive, program, script.interpreter());
    }

    private Finding carriageReturn(Program program, Script script) {
        boolean noFile = script.argument().isEmpty();
        String what = noFile
                ? "Linux looks for '" + SafeText.of(script.interpreter()) + "\\r'"
                : "'" + SafeText.of(script.argument()) + "\\r' is what " + SafeText.of(script.interpreterName())
                        + " gets";
        return error(
                program,
                "ends its first line in CR LF, so " + what,
                noFile ? noFile(program) : LambdaSays.exitStatus(ENV.contains(script.interpreter()) ? 127 : 2),
                "save it with Unix line ends (LF), and tell Git so: bootstrap text eol=lf");
    }

    private Optional<Finding> shell(Program program, Script script) {
        if (!isSeveralWords(script.argument())) {
            return Optional.empty();
        }
        return Optional.of(error(
                program,
                "has the first line '#!" + SafeText.of(script.interpreter() + " " + script.argument())
                        + "'; Linux passes all behind the interpreter as one argument, which the shell refuses",
                LambdaSays.exitStatus(2),
                "write '#!" + SafeText.of(script.interpreter()) + "' and a line 'set " + SafeText.of(script.argument())
                        + "' below it"));
    }

    private Optional<Finding> env(Program program, Script script) {
        String argument = script.argument();
        if (argument.isEmpty() || argument.startsWith("-") || argument.contains("=")) {
            return Optional.empty();
        }
        if (isSeveralWords(argument)) {
            return Optional.of(error(
                    program,
                    "has the first line '#!" + SafeText.of(script.interpreter() + " " + argument)
                            + "'; Linux passes all behind the interpreter as one argument, and env finds no"
                            + " program of that name",
                    LambdaSays.exitStatus(127),
                    "write '#!/bin/bash' and the options in a 'set' line below it"));
        }
        if (FOUND_BY_ENV.contains(argument)) {
            return Optional.empty();
        }
        return Optional.of(warning(
                program.entry().name().text(),
                "the script " + program.shown() + " asks env for '" + SafeText.of(argument)
                        + "', which Lambda is not known to have; without it: " + LambdaSays.exitStatus(127),
                "ship the interpreter in the zip or a layer, or write the script for /bin/sh"));
    }

    private Optional<Finding> other(ArchiveUnderTest archive, Program program, String interpreter) {
        if (interpreter.startsWith("/opt/") || SHELLS.contains(interpreter)) {
            return Optional.empty();
        }
        String named = "names the interpreter '" + SafeText.of(interpreter) + "', ";
        if (TaskPath.isInArchive(interpreter) && !TaskPath.isNeverThere(interpreter)) {
            return TaskPath.fault(archive.archive().lookup(interpreter))
                    .map(fault -> error(
                            program,
                            named + "which " + fault.what(),
                            fault.says(program),
                            "put the interpreter there with mode 0755, or use /bin/sh"));
        }
        if (TaskPath.isNeverThere(interpreter)) {
            return Optional.of(error(
                    program,
                    named + "which Lambda does not have",
                    noFile(program),
                    "write the script for /bin/sh, or ship the interpreter in the zip"));
        }
        return Optional.of(warning(
                program.entry().name().text(),
                "the script " + program.shown() + " " + named + "which Lambda is not known to have; without it: "
                        + noFile(program),
                "write the script for /bin/sh, or ship the interpreter in the zip"));
    }

    private static boolean isSeveralWords(String argument) {
        return argument.indexOf(' ') >= 0 || argument.indexOf('\t') >= 0;
    }

    private static String noFile(Program program) {
        return program.isStartedByLambda() ? LambdaSays.NO_SUCH_FILE : LambdaSays.exitStatus(126);
    }

    private Finding error(Program program, String what, String says, String fix) {
        String message = "the script " + program.shown() + " " + what + "; Lambda says: " + says;
        return error(program.entry().name().text(), message, fix);
    }
}
