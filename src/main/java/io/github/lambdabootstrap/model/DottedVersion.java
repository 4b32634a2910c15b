package io.github.lambdabootstrap.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A version of numbers and dots, compared as numbers: 2.9 comes before 2.26.
 *
 * @param parts one or more numbers, most significant first
 */
public record DottedVersion(List<Integer> parts) implements Comparable<DottedVersion> {

    // nine digits always fit an int, so text from outside cannot overflow
    private static final Pattern FORM = Pattern.compile("\\d{1,9}(\\.\\d{1,9}){0,7}");

    public DottedVersion {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("a version has at least one number");
        }
    }

    public static DottedVersion of(Integer... parts) {
        return new DottedVersion(List.of(parts));
    }

    /** The version that the whole text spells; empty when it is anything else. */
    public static Optional<DottedVersion> parse(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        return Optional.of(new DottedVersion(
                Arrays.stream(text.split("\\.", -1)).map(Integer::valueOf).toList()));
    }

    @Override
    public int compareTo(DottedVersion other) {
        for (int i = 0; i < Math.max(parts.size(), other.parts.size()); i++) {
            int order = Integer.compare(part(i), other.part(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private int part(int index) {
        return index < parts.size() ? parts.get(index) : 0;
    }

    @Override
    public String toString() {
        return parts.stream().map(String::valueOf).collect(Collectors.joining("."));
    }
}
