package io.github.lambdabootstrap.rules;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The first line of a script as Linux reads it, and the text behind it.
 *
 * @param interpreter the path behind {@code #!}; empty when there is none
 * @param argument everything behind the interpreter: one argument, however many words it has; empty when there is none
 * @param carriageReturn whether the first line ends in CR LF, which makes the CR part of what is started
 * @param body the lines behind the first
 */
public record Script(String interpreter, String argument, boolean carriageReturn, List<String> body) {

    /** So many bytes of a script are read: what simple scripts need. */
    public static final int HEAD_LENGTH = 64 * 1024;

    public Script {
        body = List.copyOf(body);
    }

    /** Reads a script; empty for what does not begin with {@code #!}. */
    public static Optional<Script> parse(byte[] head) {
        // one byte a character: no text is invalid, and what is compared is ASCII
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (!text.startsWith("#!")) {
            return Optional.empty();
        }
        List<String> lines = text.lines().toList();
        int end = text.indexOf('\n');
        String first = text.substring(2, end < 0 ? text.length() : end);
        boolean carriageReturn = first.endsWith("\r");
        String line = strip(carriageReturn ? first.substring(0, first.length() - 1) : first);
        int blank = blank(line);
        return Optional.of(new Script(
                line.substring(0, blank),
                strip(line.substring(blank)),
                carriageReturn,
                lines.subList(1, lines.size())));
    }

    /** The interpreter's file name: {@code bash} of {@code /usr/bin/bash}. */
    public String interpreterName() {
        return interpreter.substring(interpreter.lastIndexOf('/') + 1);
    }

    // fs/binfmt_script.c knows blanks and tabs as separators, nothing else
    private static String strip(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static int blank(String line) {
        int i = 0;
        while (i < line.length() && !isBlank(line.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
