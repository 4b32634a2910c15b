package io.github.lambdabootstrap.rules;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How much a finding weighs, heaviest first. */
public enum Severity {
    /** The archive cannot start or cannot be deployed, and its bytes prove it. */
    ERROR,
    /** It may fail, or will one day; the bytes alone cannot tell. */
    WARNING,
    /** Worth knowing, never a fault. */
    INFO;

    /** The name in reports and configuration: {@code error}, {@code warning}, {@code info}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The severity with this name; empty for any other text. */
    public static Optional<Severity> parse(String text) {
        return Arrays.stream(values()).filter(s -> s.id().equals(text)).findFirst();
    }

    /** All names, for messages that list the choices. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(Severity::id).toList();
    }

    public boolean isAtLeast(Severity other) {
        return compareTo(other) <= 0;
    }
}
