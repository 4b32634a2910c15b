package io.github.lambdabootstrap.archive;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The ZIP64 extended information extra field, APPNOTE 4.5.3: holds, in order, the values for which the header itself
 * has the highest value of four bytes.
 *
 * @param values what is left of the field
 */
record Zip64ExtendedInformation(ByteBuffer values) {

    private static final int HEADER_ID = 1;
    private static final long SATURATED = 0xFFFFFFFFL;

    /** The field in the extra data of a header; one without values when it is not there. */
    static Zip64ExtendedInformation in(ByteBuffer extra) {
        while (extra.remaining() >= 4) {
            int id = Short.toUnsignedInt(extra.getShort());
            int size = Math.min(Short.toUnsignedInt(extra.getShort()), extra.remaining());
            if (id == HEADER_ID) {
                return new Zip64ExtendedInformation(
                        extra.slice(extra.position(), size).order(ByteOrder.LITTLE_ENDIAN));
            }
            extra.position(extra.position() + size);
        }
        return new Zip64ExtendedInformation(ByteBuffer.allocate(0));
    }

    /** The value of a header's four-byte field, or the next value of this one when the header defers to it. */
    long resolve(int field) {
        long value = Integer.toUnsignedLong(field);
        return value == SATURATED && values.remaining() >= Long.BYTES ? values.getLong() : value;
    }
}
