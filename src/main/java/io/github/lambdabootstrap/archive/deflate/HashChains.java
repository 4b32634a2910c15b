package io.github.lambdabootstrap.archive.deflate;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Finds earlier occurrences of what stands at a position. All positions whose first four bytes have one hash are a
 * chain, the latest first; of those with three equal bytes only the latest is known.
 */
final class HashChains {

    /** How far back a match may reach; the format allows one more. */
    static final int MAX_DISTANCE = 32767;

    /** A match of this length is good enough to search no further. */
    static final int ENOUGH = 32;

    private static final int HASHED = 4;
    private static final int WINDOW = MAX_DISTANCE + 1;
    private static final int NONE = -2 * WINDOW;
    private static final int MULTIPLIER = 0x9E3779B1;
    private static final int THREE_BYTES = 0xFFFFFF;
    private static final int SHIFT_3 = 32 - 15;
    private static final int SHIFT_4 = 32 - 16;

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final int[] latest3 = new int[1 << (32 - SHIFT_3)];
    private final int[] latest4 = new int[1 << (32 - SHIFT_4)];
    private final int[] previous = new int[WINDOW];
    private final byte[] bytes;
    private int end;

    /** @param bytes with 8 more at the end than are looked for */
    HashChains(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Forgets everything, and makes the bytes before a position known. */
    void start(int position, int endOfBytes) {
        Arrays.fill(latest3, NONE);
        Arrays.fill(latest4, NONE);
        end = endOfBytes;
        insert(0, position);
    }

    /** Whether there are four bytes to look for. */
    boolean canSearch(int position) {
        return position <= end - HASHED;
    }

    /** Makes positions known, as far as four bytes are there. */
    void insert(int from, int to) {
        byte[] in = bytes;
        int stop = Math.min(to, end - HASHED + 1);
        for (int position = from; position < stop; position++) {
            int word = (int) INT.get(in, position);
            latest3[hash3(word)] = position;
            int hash = hash4(word);
            previous[position & MAX_DISTANCE] = latest4[hash];
            latest4[hash] = position;
        }
    }

    /**
     * Makes a position known and finds the longest match there. One method and not several: here and in {@link #insert}
     * is where the time goes.
     *
     * @param position where a search can be
     * @param atLeast shorter matches are of no use; 3 or more
     * @param depth how many positions of the chain are tried
     * @return a {@link Match}; 0 when there is none
     */
    int longest(int position, int atLeast, int depth) {
        byte[] in = bytes;
        int word = (int) INT.get(in, position);
        int hash3 = hash3(word);
        int hash = hash4(word);
        int recent = latest3[hash3];
        int candidate = latest4[hash];
        latest3[hash3] = position;
        latest4[hash] = position;
        previous[position & MAX_DISTANCE] = candidate;
        int tooFar = Math.max(position - WINDOW, -1);
        int found = 0;
        if (atLeast == 3 && recent > tooFar && (((int) INT.get(in, recent) ^ word) & THREE_BYTES) == 0) {
            found = Match.of(3, position - recent);
        }
        int most = Math.min(Symbols.MAX_LENGTH, end - position);
        int enough = Math.min(ENOUGH, most);
        int best = Math.max(atLeast - 1, 3);
        int tail = (int) INT.get(in, position + best - 3);
        for (int left = depth; candidate > tooFar && left > 0; left--) {
            // first the bytes that would make it longer: they differ most often
            if ((int) INT.get(in, candidate + best - 3) == tail && (int) INT.get(in, candidate) == word) {
                int length = commonLength(in, candidate, position, most);
                if (length > best) {
                    found = Match.of(length, position - candidate);
                    best = length;
                    if (length >= enough) {
                        return found;
                    }
                    tail = (int) INT.get(in, position + best - 3);
                }
            }
            candidate = previous[candidate & MAX_DISTANCE];
        }
        return found;
    }

    private static int hash3(int word) {
        return ((word & THREE_BYTES) * MULTIPLIER) >>> SHIFT_3;
    }

    private static int hash4(int word) {
        return (word * MULTIPLIER) >>> SHIFT_4;
    }

    /** The first four bytes are equal. */
    private static int commonLength(byte[] in, int candidate, int position, int most) {
        int length = 4;
        while (length < most) {
            long difference = (long) LONG.get(in, candidate + length) ^ (long) LONG.get(in, position + length);
            if (difference != 0) {
                return Math.min(most, length + (Long.numberOfTrailingZeros(difference) >>> 3));
            }
            length += Long.BYTES;
        }
        return most;
    }
}
