package io.github.lambdabootstrap.model;

import java.util.regex.Pattern;

/**
 * An Ant-style pattern on a name or a slash-separated path: {@code ?} is one character and {@code *} any number of them
 * within a path segment, {@code **} crosses segments, and {@code **}{@code /} may stand for nothing.
 *
 * @param pattern the text as the user wrote it
 */
public record Glob(String pattern) {

    public Glob {
        if (pattern.isBlank()) {
            throw new IllegalArgumentException("an empty pattern matches nothing");
        }
    }

    public boolean matches(String text) {
        return regex().matcher(text).matches();
    }

    /** Whether any character is a wildcard; without one the pattern is a plain name. */
    public boolean hasWildcard() {
        return pattern.indexOf('*') >= 0 || pattern.indexOf('?') >= 0;
    }

    private Pattern regex() {
        StringBuilder regex = new StringBuilder();
        int i = 0;
        while (i < pattern.length()) {
            if (pattern.startsWith("**/", i)) {
                regex.append("(?:.*/)?");
                i += 3;
            } else if (pattern.startsWith("**", i)) {
                regex.append(".*");
                i += 2;
            } else {
                regex.append(one(pattern.charAt(i)));
                i++;
            }
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }

    private static String one(char c) {
        return switch (c) {
            case '*' -> "[^/]*";
            case '?' -> "[^/]";
            default -> Pattern.quote(String.valueOf(c));
        };
    }

    @Override
    public String toString() {
        return pattern;
    }
}
