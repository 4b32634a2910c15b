package io.github.lambdabootstrap.archive.deflate;

import java.util.Arrays;

/**
 * Divides tokens into blocks: of all divisions at the borders of chunks the one of least cost, where the cost of a
 * block is the entropy of its symbols and what its two codes are about to take.
 */
final class BlockSplitter {

    // logarithms to the base of 2 as whole numbers, so that they are the same everywhere
    private static final int SCALE_BITS = 12;
    private static final int LOG_BITS = 12;
    private static final int[] LOG = logarithms();

    private static final long BITS_OF_BLOCK = 80L << SCALE_BITS;
    private static final long BITS_OF_SYMBOL = 13L << (SCALE_BITS - 2);

    private final Tokens tokens;
    private final int[] sum = new int[Tokens.COUNTERS];
    private final long[] cost = new long[Tokens.CHUNKS + 1];
    private final int[] next = new int[Tokens.CHUNKS + 1];

    BlockSplitter(Tokens tokens) {
        this.tokens = tokens;
    }

    /** Chooses the blocks; {@link #end} tells them. */
    void split() {
        int chunks = tokens.chunks();
        cost[chunks] = 0;
        next[chunks] = chunks;
        for (int from = chunks - 1; from >= 0; from--) {
            cost[from] = Long.MAX_VALUE;
            Arrays.fill(sum, 0);
            for (int to = from + 1; to <= chunks; to++) {
                tokens.addFrequencies(to - 1, sum);
                long total = BITS_OF_BLOCK
                        + bits(sum, 0, Tokens.DISTANCES_AT)
                        + bits(sum, Tokens.DISTANCES_AT, Tokens.COUNTERS)
                        + cost[to];
                if (total < cost[from]) {
                    cost[from] = total;
                    next[from] = to;
                }
            }
        }
    }

    /** Where a block ends that begins at a chunk. */
    int end(int fromChunk) {
        return next[fromChunk];
    }

    private static long bits(int[] frequencies, int from, int to) {
        long total = 0;
        long saved = 0;
        int used = 0;
        for (int symbol = from; symbol < to; symbol++) {
            int frequency = frequencies[symbol];
            total += frequency;
            saved += frequency * (long) log(frequency);
            used += -frequency >>> 31;
        }
        return total * log((int) total) - saved + used * BITS_OF_SYMBOL;
    }

    /** Scaled; of larger numbers only the first bits count. */
    private static int log(int number) {
        int dropped = Math.max(0, 32 - LOG_BITS - Integer.numberOfLeadingZeros(number));
        return LOG[number >>> dropped] + (dropped << SCALE_BITS);
    }

    private static int[] logarithms() {
        int[] logarithms = new int[1 << LOG_BITS];
        for (int number = 1; number < logarithms.length; number++) {
            logarithms[number] = (int) StrictMath.rint(StrictMath.log(number) / StrictMath.log(2) * (1 << SCALE_BITS));
        }
        return logarithms;
    }
}
