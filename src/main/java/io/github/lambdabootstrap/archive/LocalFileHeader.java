package io.github.lambdabootstrap.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * The header before an entry's data, APPNOTE 4.3.7, with the sizes of its ZIP64 extended information (4.5.3) where it
 * has one.
 *
 * @param generalPurposeBitFlag two bytes, APPNOTE 4.4.4
 * @param compressionMethod two bytes, APPNOTE 4.4.5
 * @param crc32 of the uncompressed data, unsigned; means nothing when a data descriptor follows the data
 * @param compressedSize bytes; as above
 * @param uncompressedSize bytes; as above
 * @param fileName the bytes of the name, one byte a character (ISO 8859-1)
 * @param length bytes of the whole header, after which the data start
 */
public record LocalFileHeader(
        int generalPurposeBitFlag,
        int compressionMethod,
        long crc32,
        long compressedSize,
        long uncompressedSize,
        String fileName,
        int length) {

    static final int SIGNATURE = 0x04034b50;
    private static final int FIXED = 30;
    private static final int DATA_DESCRIPTOR = 1 << 3;

    /** The header at a position; empty when there is none or when it is cut. */
    static Optional<LocalFileHeader> read(ByteWindow window, long position) throws IOException {
        ByteBuffer fields = window.at(position, FIXED);
        if (fields.remaining() < FIXED || fields.getInt(0) != SIGNATURE) {
            return Optional.empty();
        }
        int nameLength = Short.toUnsignedInt(fields.getShort(26));
        int extraLength = Short.toUnsignedInt(fields.getShort(28));
        String name = window.textAt(position + FIXED, nameLength);
        if (name.length() < nameLength) {
            return Optional.empty();
        }
        var zip64 = Zip64ExtendedInformation.in(window.at(position + FIXED + nameLength, extraLength));
        long uncompressedSize = zip64.resolve(fields.getInt(22));
        long compressedSize = zip64.resolve(fields.getInt(18));
        return Optional.of(new LocalFileHeader(
                Short.toUnsignedInt(fields.getShort(6)),
                Short.toUnsignedInt(fields.getShort(8)),
                Integer.toUnsignedLong(fields.getInt(14)),
                compressedSize,
                uncompressedSize,
                name,
                FIXED + nameLength + extraLength));
    }

    /** Whether checksum and sizes stand in a {@link DataDescriptor} behind the data. */
    public boolean hasDataDescriptor() {
        return (generalPurposeBitFlag & DATA_DESCRIPTOR) != 0;
    }
}
