package io.github.lambdabootstrap.rules;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The program of the archive that a shell script surely starts and ends with. Only scripts that anyone can follow are
 * followed: settings, then one command. Whatever is dynamic, conditional or unusual gives nothing.
 *
 * @param path relative to {@code /var/task}; a CR at the end of the line is part of it
 * @param ownLibraries whether the script tells the loader where libraries are, in a way that is not followed
 */
public record ScriptTarget(String path, boolean ownLibraries) {

    private static final String TASK_ROOT = "\\$LAMBDA_TASK_ROOT|\\$\\{LAMBDA_TASK_ROOT(?::-[./]*)?}|/var/task";
    private static final String DIRNAME = "\\$\\(dirname \"?\\$0\"?\\)|`dirname \"?\\$0\"?`";
    private static final String FOLDER = "(?:\\.|" + TASK_ROOT + "|" + DIRNAME + ")";
    private static final String NAME = "[A-Za-z0-9_+@%-][A-Za-z0-9._+@%/-]*";

    /** Lines that leave the working folder, {@code LAMBDA_TASK_ROOT} and the flow of the script as they are. */
    private static final Pattern SETTING = pattern("#.*"
            + "|set [-+][A-Za-z -]*"
            + "|(?:export +)?(?!LAMBDA_TASK_ROOT=|PATH=|IFS=|LD_)[A-Za-z_]\\w*=(?:[\\w./:,@%+-]*|'[^']*'|\"[^\"`$\\\\]*\")"
            + "|cd \"?" + FOLDER + "/?\"?");

    private static final Pattern LIBRARY_PATH = pattern("(?:export +)?LD_LIBRARY_PATH="
            + "(?:\"(?:[\\w./:+-]|\\$\\w+|\\$\\{\\w+})*\"|(?:[\\w./:+-]|\\$\\w+|\\$\\{\\w+})*)");

    private static final Pattern COMMAND = pattern("(exec +)?(?:\"" + FOLDER + "/(?<quoted>" + NAME + ")\"|\"?" + FOLDER
            + "\"?/(?<plain>" + NAME + "))" + "(?<rest>\r|(?: .*)?)");

    /** What could make another command of the rest of the line, or go on after it. */
    private static final Pattern SHELL_SYNTAX = pattern(".*(?:[|;<`\\\\]|&&|&$|\\$\\().*");

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.DOTALL); // a line may hold any byte but LF
    }

    /** The program that the script starts; empty when that is not plain to see. */
    public static Optional<ScriptTarget> of(Script script) {
        return script.isForShell() && !script.carriageReturn() ? follow(script) : Optional.empty();
    }

    private static Optional<ScriptTarget> follow(Script script) {
        boolean ownLibraries = false;
        int number = 0;
        for (String line : script.body()) {
            number++;
            String text = Script.strip(withoutCarriageReturn(line));
            if (text.isEmpty() || SETTING.matcher(text).matches()) {
                continue;
            }
            if (LIBRARY_PATH.matcher(text).matches()) {
                ownLibraries = true;
                continue;
            }
            boolean last = script.body().stream().skip(number).allMatch(ScriptTarget::isSilent);
            return command(line, last, ownLibraries);
        }
        return Optional.empty();
    }

    private static Optional<ScriptTarget> command(String line, boolean last, boolean ownLibraries) {
        Matcher command = COMMAND.matcher(Script.strip(line));
        if (!command.matches() || SHELL_SYNTAX.matcher(command.group("rest")).matches()) {
            return Optional.empty();
        }
        boolean ends = command.group(1) != null || last;
        String path = command.group("quoted") != null ? command.group("quoted") : command.group("plain");
        // a shell takes the CR of a Windows line end for a letter
        String name = path + (command.group("rest").equals("\r") ? "\r" : "");
        return ends ? Optional.of(new ScriptTarget(name, ownLibraries)) : Optional.empty();
    }

    private static boolean isSilent(String line) {
        return line.isBlank() || Script.strip(line).startsWith("#");
    }

    private static String withoutCarriageReturn(String line) {
        return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    }
}
