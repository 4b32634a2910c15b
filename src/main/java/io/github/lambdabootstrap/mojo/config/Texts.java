package io.github.lambdabootstrap.mojo.config;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What Maven leaves to us with texts: trimming, empty elements, and lists given as one property. */
public final class Texts {

    private Texts() {}

    /** The elements without surrounding blanks, without empty ones; of an absent list, none. */
    public static List<String> trimmed(List<String> texts) {
        return texts == null ? List.of() : clean(texts.stream().filter(Objects::nonNull));
    }

    /** The elements of a comma-separated list; of an absent one, none. */
    public static List<String> split(String text) {
        return text == null ? List.of() : clean(Arrays.stream(text.split(",", -1)));
    }

    /** Whether nothing was said. */
    public static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    private static List<String> clean(Stream<String> texts) {
        return texts.map(String::trim).filter(text -> !text.isEmpty()).toList();
    }
}
