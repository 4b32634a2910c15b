package io.github.lambdabootstrap.archive.deflate;

import java.util.Arrays;

/** The codes that need not be written (RFC 1951, 3.2.6). */
final class FixedCodes {

    private static final int MAX_BITS = 9;

    private final HuffmanCode literals;
    private final HuffmanCode distances;

    FixedCodes() {
        // two more than have a meaning: without them the codes would be others
        byte[] lengths = new byte[288];
        Arrays.fill(lengths, 0, 144, (byte) 8);
        Arrays.fill(lengths, 144, 256, (byte) 9);
        Arrays.fill(lengths, 256, 280, (byte) 7);
        Arrays.fill(lengths, 280, 288, (byte) 8);
        literals = HuffmanCode.ofLengths(lengths, MAX_BITS);
        byte[] equal = new byte[32];
        Arrays.fill(equal, (byte) 5);
        distances = HuffmanCode.ofLengths(equal, MAX_BITS);
    }

    HuffmanCode literals() {
        return literals;
    }

    HuffmanCode distances() {
        return distances;
    }
}
