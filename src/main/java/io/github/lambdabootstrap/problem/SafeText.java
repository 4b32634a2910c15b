package io.github.lambdabootstrap.problem;

/**
 * Makes text from outside safe to print: a name in a zip must not forge a log line, colour a terminal, or reorder what
 * a reader sees.
 */
public final class SafeText {

    /** Longer text is cut, with an ellipsis as its last character. */
    public static final int LIMIT = 200;

    private SafeText() {}

    /**
     * The text with control, bidirectional and unpaired surrogate characters escaped, and with no two {@code #} in a
     * row, at most {@link #LIMIT} long.
     */
    public static String of(String text) {
        if (isPlain(text)) {
            return text;
        }
        StringBuilder safe = new StringBuilder();
        int i = 0;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            String next = isSafe(c) && !beginsCommand(text, i) ? Character.toString(c) : escaped(c);
            i += Character.charCount(c);
            int room = i < text.length() ? LIMIT - 1 : LIMIT;
            if (safe.length() + next.length() > room) {
                return safe.append('\u2026').toString();
            }
            safe.append(next);
        }
        return safe.toString();
    }

    /** What most texts are, so that they need no copy. */
    private static boolean isPlain(String text) {
        if (text.length() > LIMIT) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || c == '#') {
                return false;
            }
        }
        return true;
    }

    // Azure Pipelines (##vso[), TeamCity (##teamcity[) and old GitHub runners (##[) obey a command anywhere in a line
    private static boolean beginsCommand(String text, int at) {
        return at > 0 && text.charAt(at) == '#' && text.charAt(at - 1) == '#';
    }

    private static boolean isSafe(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE -> false;
            default -> true;
        };
    }

    private static String escaped(int c) {
        return switch (c) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            case 0 -> "\\0";
            default -> c < 0x10000 ? String.format("\\u%04x", c) : String.format("\\U%08x", c);
        };
    }
}
