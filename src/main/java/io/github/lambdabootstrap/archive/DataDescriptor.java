package io.github.lambdabootstrap.archive;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The record behind an entry's data that a streaming writer makes, APPNOTE 4.3.9.
 *
 * @param crc32 of the uncompressed data, unsigned
 * @param compressedSize bytes
 * @param uncompressedSize bytes
 */
public record DataDescriptor(long crc32, long compressedSize, long uncompressedSize) {

    static final int SIGNATURE = 0x08074b50;
    /** Bytes of the longest form: a signature, a checksum, two sizes of eight bytes. */
    static final int LONGEST = 24;

    /** What the bytes can mean: the signature may be absent, and the sizes have four or eight bytes. */
    static List<DataDescriptor> readings(ByteBuffer bytes) {
        List<DataDescriptor> readings = new ArrayList<>();
        if (bytes.remaining() >= Integer.BYTES && bytes.getInt(0) == SIGNATURE) {
            readFrom(bytes, Integer.BYTES, readings);
        }
        readFrom(bytes, 0, readings);
        return readings;
    }

    private static void readFrom(ByteBuffer bytes, int start, List<DataDescriptor> readings) {
        if (bytes.remaining() >= start + 12) {
            readings.add(new DataDescriptor(
                    Integer.toUnsignedLong(bytes.getInt(start)),
                    Integer.toUnsignedLong(bytes.getInt(start + 4)),
                    Integer.toUnsignedLong(bytes.getInt(start + 8))));
        }
        if (bytes.remaining() >= start + 20) {
            readings.add(new DataDescriptor(
                    Integer.toUnsignedLong(bytes.getInt(start)), bytes.getLong(start + 4), bytes.getLong(start + 12)));
        }
    }

    /** As messages quote it: {@code CRC-32 0a1b2c3d, 12 bytes in 10}. */
    @Override
    public String toString() {
        return String.format("CRC-32 %08x, %d bytes in %d", crc32, uncompressedSize, compressedSize);
    }
}
