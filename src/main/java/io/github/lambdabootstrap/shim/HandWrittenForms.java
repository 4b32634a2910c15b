package io.github.lambdabootstrap.shim;

import io.github.lambdabootstrap.archive.EntryPath;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The shell scripts by which people dispatch on a handler; careful: what is not surely one of them is none. */
final class HandWrittenForms {

    private static final Pattern SHELL = Pattern.compile("#! *(?:\\S*/)?(?:env +)?(?:ba|da|a)?sh(?: .*)?");

    /** What each form puts before the handler, once its double quotes are gone. */
    // no repeated group: Java would recurse once for each folder
    private static final Pattern TARGET =
            Pattern.compile("(?:\\$PWD|\\$\\{PWD}|\\$LAMBDA_TASK_ROOT|\\$\\{LAMBDA_TASK_ROOT}|/var/task|\\.)"
                    + "/(?!.*//)(?<folder>(?:[A-Za-z0-9._-][A-Za-z0-9._/-]*/)?)(?:\\$_HANDLER|\\$\\{_HANDLER})");

    private static final String ROOT = "(?:\"?(?:\\$LAMBDA_TASK_ROOT|\\$\\{LAMBDA_TASK_ROOT}|/var/task)/?\"?)";
    private static final Pattern COMMAND = Pattern.compile("(?:cd " + ROOT + " *(?:&&|;) *)?"
            + "(?:exec +(?:-- +)?)?(?<target>\\S*_HANDLER\\S*?)(?: +\"?\\$[@*]\"?)? *;?");

    /** After these, the last command may mean something else. */
    private static final Pattern DISTURBANCE =
            Pattern.compile("\\b(?:_HANDLER|LAMBDA_TASK_ROOT|PWD)=|\\b(?:read|unset)\\b.*_HANDLER"
                    + "|\\b(?:cd|pushd)\\b(?! +" + ROOT + "(?:$|[ ;&]))|<<");

    /** Behind these, the last command may never run, or be an argument. */
    private static final Pattern DETOUR = Pattern.compile("(?:exec(?! *[0-9]*[<>])|exit)\\b.*|.*\\\\");

    private HandWrittenForms() {}

    static Optional<KnownShim.HandWritten> find(byte[] content) {
        String[] lines = new String(content, StandardCharsets.UTF_8).split("\n", -1);
        if (!SHELL.matcher(lines[0]).matches()) {
            return Optional.empty();
        }
        List<String> commands = Arrays.stream(lines)
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
        if (commands.isEmpty()
                || commands.stream().anyMatch(line -> DISTURBANCE.matcher(line).find())) {
            return Optional.empty();
        }
        int last = commands.size() - 1;
        return commands.subList(0, last).stream()
                        .anyMatch(line -> DETOUR.matcher(line).matches())
                ? Optional.empty()
                : form(commands.get(last));
    }

    private static Optional<KnownShim.HandWritten> form(String command) {
        Matcher parts = COMMAND.matcher(command);
        if (!parts.matches()) {
            return Optional.empty();
        }
        Matcher target = TARGET.matcher(parts.group("target").replace("\"", ""));
        if (!target.matches()) {
            return Optional.empty();
        }
        // the kernel would follow a link before a '..', and nobody writes one
        return HandlerPath.resolve(target.group("folder") + "x") instanceof HandlerTarget.File file
                ? EntryPath.of(file.path()).parent().map(folder -> new KnownShim.HandWritten(command, folder))
                : Optional.empty();
    }
}
