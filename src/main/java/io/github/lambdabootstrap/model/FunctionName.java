package io.github.lambdabootstrap.model;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The name of a function in this build: a file name, a Maven classifier and a report key in one.
 *
 * @param value 1 to 128 characters of {@code A-Z a-z 0-9 . _ -}, starting with a letter or digit
 */
public record FunctionName(String value) implements Comparable<FunctionName> {

    /** How many characters a name may have. */
    public static final int MAX_LENGTH = 128;

    /** What a name may look like, for messages. */
    public static final String FORM = "[A-Za-z0-9][A-Za-z0-9._-]{0,127}";

    private static final Pattern VALID = Pattern.compile(FORM);

    /** Refuses what {@link #isValid} refuses, with an {@link IllegalArgumentException}. */
    public FunctionName {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a function name: " + value);
        }
    }

    public static boolean isValid(String value) {
        return VALID.matcher(value).matches();
    }

    /** The form in which two names must differ: some file systems do not tell {@code Orders} from {@code orders}. */
    public String key() {
        return value.toLowerCase(Locale.ROOT);
    }

    @Override
    public int compareTo(FunctionName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
