package io.github.lambdabootstrap.elf;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads texts that Go wrote as string literals because of spaces or quotes in them. */
final class GoQuoted {

    private static final String SIMPLE = "abfnrtv\\'\"";
    private static final String MEANING = "\u0007\b\f\n\r\t\u000b\\'\"";

    private final String literal;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int at = 1;

    private GoQuoted(String literal) {
        this.literal = literal;
    }

    static boolean isQuoted(String text) {
        return text.startsWith("\"") || text.startsWith("`");
    }

    /** Index behind the closing quote of the literal that a text begins with; -1 without one. */
    static int end(String text) {
        char quote = text.charAt(0);
        for (int i = 1; i < text.length(); i++) {
            if (text.charAt(i) == quote) {
                return i + 1;
            }
            if (quote == '"' && text.charAt(i) == '\\') {
                i++;
            }
        }
        return -1;
    }

    /** What a literal stands for, other text as it is; empty for a damaged literal. */
    static Optional<String> unquote(String text) {
        if (!isQuoted(text)) {
            return Optional.of(text);
        }
        if (end(text) != text.length()) {
            return Optional.empty();
        }
        return text.startsWith("`") ? Optional.of(text.substring(1, text.length() - 1)) : new GoQuoted(text).unquote();
    }

    private Optional<String> unquote() {
        while (at < literal.length() - 1) {
            int c = literal.codePointAt(at);
            at += Character.charCount(c);
            if (c != '\\') {
                write(c);
            } else if (!escape(literal.charAt(at++))) {
                return Optional.empty();
            }
        }
        return Optional.of(bytes.toString(StandardCharsets.UTF_8));
    }

    private boolean escape(char c) {
        int simple = SIMPLE.indexOf(c);
        if (simple >= 0) {
            write(MEANING.charAt(simple));
            return true;
        }
        int code = switch (c) {
            case 'x' -> digits(2);
            case 'u' -> digits(4);
            case 'U' -> digits(8);
            default -> -1;
        };
        if (!Character.isValidCodePoint(code)) {
            return false;
        }
        if (c == 'x') {
            bytes.write(code); // a byte, maybe one of a character's several
        } else {
            write(code);
        }
        return true;
    }

    private int digits(int count) {
        if (at + count >= literal.length()) {
            return -1;
        }
        int value = 0;
        for (int end = at + count; at < end; at++) {
            int digit = Character.digit(literal.charAt(at), 16);
            if (digit < 0) {
                return -1;
            }
            value = value << 4 | digit;
        }
        return value;
    }

    private void write(int codePoint) {
        bytes.writeBytes(Character.toString(codePoint).getBytes(StandardCharsets.UTF_8));
    }
}
