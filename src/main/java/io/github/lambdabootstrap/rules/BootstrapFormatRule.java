package io.github.lambdabootstrap.rules;

import io.github.lambdabootstrap.elf.FileFormat;
import io.github.lambdabootstrap.problem.SafeText;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What Lambda starts is in a format that Linux can start. */
public final class BootstrapFormatRule implements Rule {

    // a shell takes everything else for a shell script, so nobody can tell
    private static final Set<FileFormat> NEVER_A_SHELL_SCRIPT = EnumSet.of(
            FileFormat.JAVA_CLASS,
            FileFormat.MACH_O,
            FileFormat.PE,
            FileFormat.AR,
            FileFormat.WASM,
            FileFormat.ZIP,
            FileFormat.GZIP);

    @Override
    public String id() {
        return "bootstrap-format";
    }

    @Override
    public List<Finding> check(ArchiveUnderTest archive) {
        List<Finding> findings = new ArrayList<>();
        for (Program program : archive.programs()) {
            program.format()
                    .filter(format -> isWrong(program, format))
                    .map(format -> wrong(program, format))
                    .ifPresent(findings::add);
            program.script()
                    .filter(script -> script.interpreter().isEmpty() && !program.isStartedByShell())
                    .map(script -> nameless(program))
                    .ifPresent(findings::add);
        }
        return findings;
    }

    private static boolean isWrong(Program program, FileFormat format) {
        return program.isStartedByShell()
                ? NEVER_A_SHELL_SCRIPT.contains(format)
                : format != FileFormat.ELF && format != FileFormat.SCRIPT;
    }

    private Finding wrong(Program program, FileFormat format) {
        return error(
                program.entry().name().text(),
                program.shown() + " is " + format.description() + "; Lambda says: " + says(program),
                fix(program, format));
    }

    private Finding nameless(Program program) {
        return error(
                program.entry().name().text(),
                program.shown() + " has no interpreter behind '#!'; Lambda says: " + says(program),
                "write '#!/bin/sh' as the first line");
    }

    private static String says(Program program) {
        return program.isStartedByLambda() ? LambdaSays.EXEC_FORMAT_ERROR : LambdaSays.exitStatus(126);
    }

    private static String fix(Program program, FileFormat format) {
        return switch (format) {
            case MACH_O, PE -> "build it for Linux: GOOS=linux for Go, a *-linux-* target for others";
            case AR -> "build a package main: a Go package of another name is compiled to an archive of object files";
            case EMPTY -> "look for the build step before it that failed to write it";
            case TEXT -> "write '#!/bin/sh' as the first line, without blanks before it";
            case SCRIPT_AFTER_BOM -> "save it as UTF-8 without a byte order mark";
            case JAVA_CLASS -> "compile it to a native executable, or start Java from a script";
            case GZIP, ZIP, XZ, BZIP2, ZSTD, TAR, SEVEN_ZIP -> "unpack it before it is zipped";
            default -> "put a Linux executable or a script at '" + SafeText.of(program.path()) + "'";
        };
    }
}
