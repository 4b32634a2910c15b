package io.github.lambdabootstrap.rules;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The program of the archive that a shell script surely starts and ends with. Only scripts that anyone can follow are
 * followed: settings, then one command. Whatever is dynamic, conditional or unusual gives nothing.
 *
 * @param path relative to {@code /var/task}
 */
public record ScriptTarget(String path) {

    private static final Set<String> SHELLS = Set.of("sh", "bash");

    private static final String TASK_ROOT = "\\$LAMBDA_TASK_ROOT|\\$\\{LAMBDA_TASK_ROOT(?::-[./]*)?}|/var/task";
    private static final String DIRNAME = "\\$\\(dirname \"?\\$0\"?\\)|`dirname \"?\\$0\"?`";
    private static final String FOLDER = "(?:\\.|" + TASK_ROOT + "|" + DIRNAME + ")";
    private static final String NAME = "[A-Za-z0-9_+@%-][A-Za-z0-9._+@%/-]*";

    /** Lines that leave the working folder, {@code LAMBDA_TASK_ROOT} and the flow of the script as they are. */
    private static final Pattern SETTING = Pattern.compile("#.*"
            + "|set [-+][A-Za-z -]*"
            + "|(?:export +)?(?!LAMBDA_TASK_ROOT=|PATH=)[A-Za-z_]\\w*=(?:[\\w./:,@%+-]*|'[^']*'|\"[^\"`$\\\\]*\")"
            + "|cd \"?" + FOLDER + "/?\"?");

    private static final Pattern COMMAND = Pattern.compile("(exec +)?(?:\"" + FOLDER + "/(?<quoted>" + NAME + ")\"|\"?"
            + FOLDER + "\"?/(?<plain>" + NAME + "))" + "(?<rest>(?: .*)?)");

    /** What could make another command of the rest of the line, or go on after it. */
    private static final Pattern SHELL_SYNTAX = Pattern.compile(".*(?:[|;<`\\\\]|&&|&$|\\$\\().*");

    /** The program that the script starts; empty when that is not plain to see. */
    public static Optional<ScriptTarget> of(Script script) {
        return isShell(script) ? follow(script) : Optional.empty();
    }

    private static boolean isShell(Script script) {
        return SHELLS.contains(script.interpreterName())
                || (script.interpreterName().equals("env") && SHELLS.contains(script.argument()));
    }

    private static Optional<ScriptTarget> follow(Script script) {
        int number = 0;
        for (String line : script.body()) {
            number++;
            String text = line.strip();
            if (text.isEmpty() || SETTING.matcher(text).matches()) {
                continue;
            }
            Matcher command = COMMAND.matcher(text);
            if (!command.matches()
                    || SHELL_SYNTAX.matcher(command.group("rest")).matches()) {
                return Optional.empty();
            }
            boolean last = script.body().stream().skip(number).allMatch(ScriptTarget::isSilent);
            boolean ends = command.group(1) != null || last;
            String path = command.group("quoted") != null ? command.group("quoted") : command.group("plain");
            return ends ? Optional.of(new ScriptTarget(path)) : Optional.empty();
        }
        return Optional.empty();
    }

    private static boolean isSilent(String line) {
        return line.isBlank() || line.strip().startsWith("#");
    }
}
