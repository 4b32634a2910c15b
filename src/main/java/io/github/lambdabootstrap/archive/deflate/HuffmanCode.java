package io.github.lambdabootstrap.archive.deflate;

import java.util.Arrays;

/** A prefix code over an alphabet, as short as it can be for given frequencies and no longer than a limit. */
final class HuffmanCode {

    private static final int SYMBOL_BITS = 9;
    private static final int SYMBOL_MASK = (1 << SYMBOL_BITS) - 1;

    private final int limit;
    /** Bits of each symbol's code; 0 when it does not occur. */
    final byte[] lengths;
    /** The code of each symbol with its first bit in the lowest place. */
    final short[] codes;

    private final long[] leaves;
    private final long[] weights;
    private final int[] parents;
    private final int[] perLength;

    HuffmanCode(int symbols, int limit) {
        this.limit = limit;
        lengths = new byte[symbols];
        codes = new short[symbols];
        leaves = new long[symbols];
        weights = new long[2 * symbols];
        parents = new int[2 * symbols];
        perLength = new int[Math.max(limit, symbols) + 1];
    }

    /** Takes lengths as they are. */
    static HuffmanCode ofLengths(byte[] lengths, int limit) {
        HuffmanCode code = new HuffmanCode(lengths.length, limit);
        System.arraycopy(lengths, 0, code.lengths, 0, lengths.length);
        code.assignCodes();
        return code;
    }

    /**
     * Makes the code. Two symbols at least get one, also when fewer occur: there are readers that take no incomplete
     * code.
     *
     * @param from where the frequencies of this alphabet begin
     */
    void build(int[] frequencies, int from) {
        int used = 0;
        for (int symbol = 0; symbol < lengths.length; symbol++) {
            lengths[symbol] = 0;
            int frequency = frequencies[from + symbol];
            if (frequency > 0) {
                leaves[used++] = (long) frequency << SYMBOL_BITS | symbol;
            }
        }
        for (int symbol = 0; used < 2; symbol++) {
            if (frequencies[from + symbol] == 0) {
                leaves[used++] = symbol;
            }
        }
        Arrays.sort(leaves, 0, used);
        countDepths(used);
        keepLimit();
        assignLengths();
        assignCodes();
    }

    /** Huffman's tree with two queues: the sorted leaves, and the inner nodes, which are made in order of weight. */
    private void countDepths(int used) {
        for (int i = 0; i < used; i++) {
            weights[i] = leaves[i] >>> SYMBOL_BITS;
        }
        int nodes = used;
        int leaf = 0;
        int inner = used;
        while (nodes < 2 * used - 1) {
            long weight = 0;
            for (int child = 0; child < 2; child++) {
                boolean fromLeaves = leaf < used && (inner == nodes || weights[leaf] <= weights[inner]);
                int taken = fromLeaves ? leaf++ : inner++;
                parents[taken] = nodes;
                weight += weights[taken];
            }
            weights[nodes++] = weight;
        }
        Arrays.fill(perLength, 0);
        // from here on the depth of each node stands where its parent stood
        parents[nodes - 1] = 0;
        for (int node = nodes - 2; node >= 0; node--) {
            parents[node] = parents[parents[node]] + 1;
            if (node < used) {
                perLength[parents[node]]++;
            }
        }
    }

    /** Moves leaves that are too deep up, and for that pushes others down, until the tree is full again. */
    private void keepLimit() {
        long room = 0;
        for (int depth = perLength.length - 1; depth > limit; depth--) {
            perLength[limit] += perLength[depth];
            perLength[depth] = 0;
        }
        for (int depth = 1; depth <= limit; depth++) {
            room += (long) perLength[depth] << (limit - depth);
        }
        for (long excess = room - (1L << limit); excess > 0; excess--) {
            int depth = limit - 1;
            while (perLength[depth] == 0) {
                depth--;
            }
            // a leaf becomes an inner node for itself and one of the deepest leaves
            perLength[depth]--;
            perLength[depth + 1] += 2;
            perLength[limit]--;
        }
    }

    private void assignLengths() {
        int next = 0;
        for (int depth = limit; depth > 0; depth--) {
            for (int i = 0; i < perLength[depth]; i++) {
                lengths[(int) leaves[next++] & SYMBOL_MASK] = (byte) depth;
            }
        }
    }

    /** Codes of one length are consecutive and in the order of their symbols (RFC 1951, 3.2.2). */
    private void assignCodes() {
        int code = 0;
        for (int length = 1; length <= limit; length++) {
            code <<= 1;
            for (int symbol = 0; symbol < lengths.length; symbol++) {
                if (lengths[symbol] == length) {
                    codes[symbol] = (short) (Integer.reverse(code++) >>> (32 - length));
                }
            }
        }
    }
}
