package io.github.lambdabootstrap.archive.deflate;

import java.util.Arrays;

/** The head of a dynamic block: the lengths of its two codes, which are themselves run-length and Huffman coded (RFC 1951, 3.2.7). */
final class CodeLengths {

    private static final int REPEAT = 16;
    private static final int ZEROS = 17;
    private static final int MANY_ZEROS = 18;
    private static final int SYMBOLS = 19;
    private static final int MAX_BITS = 7;
    private static final byte[] ORDER = {16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};
    private static final int[] EXTRA_BITS = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 3, 7};

    private static final int MIN_LITERALS = 257;
    private static final int MIN_ORDER = 4;

    private static final int EXTRA_SHIFT = 8;

    private final HuffmanCode code = new HuffmanCode(SYMBOLS, MAX_BITS);
    private final int[] frequencies = new int[SYMBOLS];
    private final byte[] lengths = new byte[Symbols.LITERALS_AND_LENGTHS + Symbols.DISTANCES];
    private final int[] items = new int[Symbols.LITERALS_AND_LENGTHS + Symbols.DISTANCES];
    private int count;
    private int literals;
    private int distances;
    private int ordered;

    /** Takes the codes of a block. */
    void set(HuffmanCode literalCode, HuffmanCode distanceCode) {
        literals = used(literalCode.lengths, MIN_LITERALS);
        distances = used(distanceCode.lengths, 1);
        System.arraycopy(literalCode.lengths, 0, lengths, 0, literals);
        System.arraycopy(distanceCode.lengths, 0, lengths, literals, distances);
        Arrays.fill(frequencies, 0);
        count = 0;
        int end = literals + distances;
        for (int from = 0; from < end; ) {
            int to = from + 1;
            while (to < end && lengths[to] == lengths[from]) {
                to++;
            }
            run(lengths[from], to - from);
            from = to;
        }
        code.build(frequencies, 0);
        ordered = SYMBOLS;
        while (ordered > MIN_ORDER && code.lengths[ORDER[ordered - 1]] == 0) {
            ordered--;
        }
    }

    private static int used(byte[] lengths, int atLeast) {
        int used = lengths.length;
        while (used > atLeast && lengths[used - 1] == 0) {
            used--;
        }
        return used;
    }

    private void run(int length, int times) {
        int left = times;
        if (length == 0) {
            while (left >= 11) {
                int taken = Math.min(left, 138);
                item(MANY_ZEROS, taken - 11);
                left -= taken;
            }
            if (left >= 3) {
                item(ZEROS, left - 3);
                left = 0;
            }
        } else if (left >= 4) {
            item(length, 0);
            left--;
            while (left >= 3) {
                int taken = Math.min(left, 6);
                item(REPEAT, taken - 3);
                left -= taken;
            }
        }
        for (; left > 0; left--) {
            item(length, 0);
        }
    }

    private void item(int symbol, int extra) {
        frequencies[symbol]++;
        items[count++] = extra << EXTRA_SHIFT | symbol;
    }

    /** Number of bits that {@link #write} is going to write. */
    long bits() {
        long bits = 5 + 5 + 4 + 3L * ordered;
        for (int symbol = 0; symbol < SYMBOLS; symbol++) {
            bits += (long) frequencies[symbol] * (code.lengths[symbol] + EXTRA_BITS[symbol]);
        }
        return bits;
    }

    void write(BitWriter out) {
        out.write(literals - MIN_LITERALS, 5);
        out.write(distances - 1, 5);
        out.write(ordered - MIN_ORDER, 4);
        for (int i = 0; i < ordered; i++) {
            out.write(code.lengths[ORDER[i]], 3);
        }
        for (int i = 0; i < count; i++) {
            int symbol = items[i] & ((1 << EXTRA_SHIFT) - 1);
            out.write(code.codes[symbol], code.lengths[symbol]);
            out.write(items[i] >>> EXTRA_SHIFT, EXTRA_BITS[symbol]);
        }
    }
}
