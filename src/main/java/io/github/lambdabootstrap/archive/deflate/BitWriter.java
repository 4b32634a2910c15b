package io.github.lambdabootstrap.archive.deflate;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Packs values into bytes, starting with the least significant bit of each (RFC 1951, 3.1.1). */
final class BitWriter {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[] out;
    private int position;
    // of these, the bits from `count` on are zero
    private long pending;
    private int count;

    /** @param out with room for 8 bytes more than will be written */
    BitWriter(byte[] out) {
        this.out = out;
    }

    void reset() {
        position = 0;
        pending = 0;
        count = 0;
    }

    /**
     * Appends a value.
     *
     * @param bits at most 56
     * @param value with no bit set above these
     */
    void write(long value, int bits) {
        pending |= value << count;
        count += bits;
        LONG.set(out, position, pending);
        position += count >>> 3;
        pending = pending >>> (count & 0x38);
        count &= 7;
    }

    /** Appends zeros up to the next byte. */
    void align() {
        write(0, -count & 7);
    }

    /** Appends bytes; the position must be aligned. */
    void write(byte[] bytes, int from, int length) {
        System.arraycopy(bytes, from, out, position, length);
        position += length;
    }

    /** How many bits stand in the last, unfinished byte. */
    int unaligned() {
        return count;
    }

    /** Number of whole bytes. */
    int size() {
        return position;
    }
}
