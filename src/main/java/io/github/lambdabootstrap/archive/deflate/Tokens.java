package io.github.lambdabootstrap.archive.deflate;

import java.util.Arrays;

/** Literals and matches that wait to be written, and how often each symbol occurs in each chunk of them. */
final class Tokens {

    static final int CHUNK_BITS = 11;
    static final int CHUNK = 1 << CHUNK_BITS;
    /** As many as one stored block can hold, should all be literals. */
    static final int CHUNKS = 31;

    /** Where a chunk's distances begin, behind its literals and lengths. */
    static final int DISTANCES_AT = 288;
    /** Counters of one chunk. */
    static final int COUNTERS = 320;

    private static final int CAPACITY = CHUNK * CHUNKS;

    private final int[] tokens = new int[CAPACITY];
    private final int[] frequencies = new int[CHUNKS * COUNTERS];
    // bytes that matches stand for, less one for each
    private final int[] matched = new int[CHUNKS];
    private int count;
    private int start;

    /** Forgets all; what follows stands for the bytes from a position on. */
    void start(int position) {
        start = position;
        Arrays.fill(frequencies, 0);
        Arrays.fill(matched, 0);
        count = 0;
    }

    /** Whether that many more can be added. */
    boolean hasRoom(int more) {
        return count <= CAPACITY - more;
    }

    int chunks() {
        return (count + CHUNK - 1) >>> CHUNK_BITS;
    }

    void literal(int value) {
        frequencies[(count >>> CHUNK_BITS) * COUNTERS + value]++;
        tokens[count++] = value;
    }

    void match(int match) {
        int chunk = count >>> CHUNK_BITS;
        int length = Match.length(match);
        int at = chunk * COUNTERS;
        frequencies[at + Symbols.ofLength(length)]++;
        frequencies[at + DISTANCES_AT + Symbols.ofDistance(Match.distance(match))]++;
        matched[chunk] += length - 1;
        tokens[count++] = match;
    }

    /** A literal's value, or a match, which is larger than any. */
    int get(int index) {
        return tokens[index];
    }

    /** Adds up how often each symbol occurs in some chunks. */
    void frequencies(int fromChunk, int toChunk, int[] sum) {
        Arrays.fill(sum, 0);
        for (int chunk = fromChunk; chunk < toChunk; chunk++) {
            addFrequencies(chunk, sum);
        }
    }

    void addFrequencies(int chunk, int[] sum) {
        int at = chunk * COUNTERS;
        for (int symbol = 0; symbol < COUNTERS; symbol++) {
            sum[symbol] += frequencies[at + symbol];
        }
    }

    /** Index of the first token of a chunk; of the one behind the last chunk, the number of all tokens. */
    int first(int chunk) {
        return Math.min(count, chunk << CHUNK_BITS);
    }

    /** Position of the first byte that a chunk stands for; of the one behind the last chunk, where all end. */
    int position(int chunk) {
        int position = start + first(chunk);
        for (int before = 0; before < chunk; before++) {
            position += matched[before];
        }
        return position;
    }
}
