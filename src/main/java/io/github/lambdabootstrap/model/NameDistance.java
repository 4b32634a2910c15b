package io.github.lambdabootstrap.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** How far a mistyped name is from a right one: the least number of characters to add, drop or change. */
public final class NameDistance {

    private NameDistance() {}

    /** The names that were probably meant, the nearest first, each once. */
    public static List<String> nearest(String wanted, Collection<String> names, int limit) {
        return names.stream()
                .distinct()
                .sorted(Comparator.comparingInt((String name) -> between(wanted, name))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(limit)
                .toList();
    }

    /** The distance; upper and lower case count as equal. */
    public static int between(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int[] before = IntStream.rangeClosed(0, b.length()).toArray();
        for (int i = 1; i <= a.length(); i++) {
            int[] now = new int[b.length() + 1];
            now[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = before[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                now[j] = Math.min(change, Math.min(before[j], now[j - 1]) + 1);
            }
            before = now;
        }
        return before[b.length()];
    }
}
