package io.github.lambdabootstrap.elf;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Finds a short text in many bytes, looking at few of them (Horspool's method). */
final class BytePattern {

    private final byte[] pattern;
    private final int[] shifts = new int[256];

    private BytePattern(byte[] pattern) {
        this.pattern = pattern;
        Arrays.fill(shifts, pattern.length);
        for (int i = 0; i < pattern.length - 1; i++) {
            shifts[pattern[i] & 0xff] = pattern.length - 1 - i;
        }
    }

    /** The pattern of a text whose characters each stand for one byte. */
    static BytePattern of(String text) {
        return new BytePattern(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Index of the pattern's first place between two indices; -1 when it is not there. */
    int find(byte[] bytes, int from, int to) {
        int last = pattern.length - 1;
        int at = from;
        while (at <= to - pattern.length) {
            if (isAt(bytes, at, to)) {
                return at;
            }
            at += shifts[bytes[at + last] & 0xff];
        }
        return -1;
    }

    /** Whether the pattern is at this index, and ends before another. */
    boolean isAt(byte[] bytes, int at, int to) {
        return bytes[at] == pattern[0]
                && at + pattern.length <= to
                && Arrays.equals(bytes, at, at + pattern.length, pattern, 0, pattern.length);
    }
}
