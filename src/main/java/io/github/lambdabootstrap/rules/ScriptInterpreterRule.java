package io.github.lambdabootstrap.rules;

import io.github.lambdabootstrap.archive.ArchiveEntry;
import io.github.lambdabootstrap.archive.Lookup;
import io.github.lambdabootstrap.problem.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The {@code #!} line of a script names an interpreter that is there, and gives it an argument that it takes. */
public final class ScriptInterpreterRule implements Rule {

    /** Linux gives up with ELOOP at the next script that is the interpreter of a script (fs/exec.c, exec_binprm). */
    private static final int MOST_SCRIPTS = 5;

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
        if (script.cut()) {
            return Optional.of(cut(program, script));
        }
        if (isEndless(archive, program, script)) {
            return Optional.of(endless(program));
        }
        Optional<Lookup> place = script.interpreterOfArchive().map(archive.archive()::lookup);
        if (place.filter(Lookup.Resolved.class::isInstance).isPresent()) {
            return ofArchive(archive, program, script, place.get());
        }
        if (script.carriageReturn() && (script.argument().isEmpty() || script.namesShell() || script.namesEnv())) {
            return Optional.of(carriageReturn(program, script));
        }
        if (script.namesShell()) {
            return shell(program, script);
        }
        if (script.namesEnv()) {
            return env(archive, program, script);
        }
        return place.isPresent()
                ? ofArchive(archive, program, script, place.get())
                : other(archive, program, script.interpreter());
    }

    private Finding cut(Program program, Script script) {
        return error(
                program,
                "names an interpreter by a path that Linux cannot read to its end, '"
                        + SafeText.of(script.interpreter()) + "'; it looks at the first " + Script.FIRST_LINE_LIMIT
                        + " bytes of a script alone",
                program.isStartedByLambda() ? LambdaSays.EXEC_FORMAT_ERROR : LambdaSays.exitStatus(126),
                "give the interpreter a shorter path");
    }

    /** Whether Linux gives up to look for an interpreter that is no script. */
    private static boolean isEndless(ArchiveUnderTest archive, Program program, Script script) {
        List<Program> chain =
                archive.programs().stream().filter(Program::isStartedByLambda).toList();
        int place = chain.indexOf(program);
        if (place < 0) {
            return false;
        }
        List<ArchiveEntry> before =
                chain.subList(0, place + 1).stream().map(Program::entry).toList();
        return before.size() > MOST_SCRIPTS
                || script.interpreterOfArchive()
                        .map(archive.archive()::lookup)
                        .filter(end -> end instanceof Lookup.Resolved next && before.contains(next.entry()))
                        .isPresent();
    }

    private Finding endless(Program program) {
        return error(
                program,
                "has an interpreter that is a script, whose interpreter is a script, and so on; Linux follows "
                        + MOST_SCRIPTS + " of them",
                LambdaSays.TOO_MANY_LEVELS,
                "name an interpreter that is an executable");
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
                noFile ? noFile(program) : LambdaSays.exitStatus(script.namesEnv() ? 127 : 2),
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

    private Optional<Finding> env(ArchiveUnderTest archive, Program program, Script script) {
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
        if (script.isForShell()) {
            return Optional.empty();
        }
        if (argument.indexOf('/') >= 0 && TaskPath.isInArchive(argument)) {
            return TaskPath.fault(archive.archive().lookup(argument))
                    .map(fault -> error(
                            program,
                            "asks env for '" + SafeText.of(argument) + "', which " + fault.what(),
                            LambdaSays.exitStatus(fault.denied() ? 126 : 127),
                            "put the interpreter there with mode 0755, or use /bin/sh"));
        }
        return Optional.of(warning(
                program.entry().name().text(),
                "the script " + program.shown() + " asks env for '" + SafeText.of(argument)
                        + "', which Lambda is not known to have; without it: " + LambdaSays.exitStatus(127),
                "ship the interpreter in the zip or a layer, or write the script for /bin/sh"));
    }

    private Optional<Finding> ofArchive(ArchiveUnderTest archive, Program program, Script script, Lookup place) {
        boolean ownProgram = place instanceof Lookup.Resolved resolved
                && archive.programs().stream().anyMatch(other -> other.entry().equals(resolved.entry()));
        return TaskPath.fault(place)
                .filter(fault -> !ownProgram) // whose other faults other rules find
                .map(fault -> error(
                        program,
                        named(script.interpreter()) + "which " + fault.what(),
                        fault.says(program),
                        "put the interpreter there with mode 0755, or use /bin/sh"));
    }

    private static String named(String interpreter) {
        return "names the interpreter '" + SafeText.of(interpreter) + "', ";
    }

    private Optional<Finding> other(ArchiveUnderTest archive, Program program, String interpreter) {
        String named = named(interpreter);
        if (archive.archive().lookup(interpreter) instanceof Lookup.Layer layer) {
            return Optional.of(layer.path())
                    .filter(archive.layers()::surelyLack)
                    .map(path -> error(
                            program,
                            named + "which no layer has",
                            noFile(program),
                            "put the interpreter into the zip or a layer, or write the script for /bin/sh"));
        }
        if (SystemLoader.isKnown(interpreter)) {
            return Optional.of(error(
                    program,
                    named + "which is the dynamic loader and takes a script for a damaged library",
                    LambdaSays.exitStatus(127),
                    "write the script for /bin/sh"));
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
