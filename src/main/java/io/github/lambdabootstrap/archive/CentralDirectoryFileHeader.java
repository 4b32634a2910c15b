package io.github.lambdabootstrap.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * One record of the central directory, APPNOTE 4.3.12, with the sizes and the offset of its ZIP64 extended information
 * (4.5.3) where it has one.
 *
 * @param versionMadeBy two bytes; the upper one is the {@link HostSystem}
 * @param generalPurposeBitFlag two bytes, APPNOTE 4.4.4
 * @param compressionMethod two bytes, APPNOTE 4.4.5
 * @param lastModified DOS date in the upper two bytes, DOS time in the lower two
 * @param crc32 of the uncompressed data, unsigned
 * @param compressedSize bytes
 * @param uncompressedSize bytes
 * @param externalFileAttributes four bytes
 * @param localHeaderOffset bytes from the start of the zip
 * @param fileName the bytes of the name, one byte a character (ISO 8859-1)
 */
public record CentralDirectoryFileHeader(
        int versionMadeBy,
        int generalPurposeBitFlag,
        int compressionMethod,
        int lastModified,
        long crc32,
        long compressedSize,
        long uncompressedSize,
        int externalFileAttributes,
        long localHeaderOffset,
        String fileName) {

    static final int SIGNATURE = 0x02014b50;
    private static final int FIXED = 46;
    private static final long LARGEST = 1L << 60;

    /** A header and the position behind it. */
    record Placed(CentralDirectoryFileHeader header, long end) {}

    /** The header at a position; empty when there is none or when it is cut. */
    static Optional<Placed> read(ByteWindow window, long position) throws IOException {
        ByteBuffer fields = window.at(position, FIXED);
        if (fields.remaining() < FIXED || fields.getInt(0) != SIGNATURE) {
            return Optional.empty();
        }
        int nameLength = Short.toUnsignedInt(fields.getShort(28));
        int extraLength = Short.toUnsignedInt(fields.getShort(30));
        long extraStart = position + FIXED + nameLength;
        String name = window.textAt(position + FIXED, nameLength);
        if (name.length() < nameLength) {
            return Optional.empty();
        }
        var zip64 = Zip64ExtendedInformation.in(window.at(extraStart, extraLength));
        long end = extraStart + extraLength + Short.toUnsignedInt(fields.getShort(32));
        return Optional.of(new Placed(of(fields, name, zip64), end));
    }

    private static CentralDirectoryFileHeader of(ByteBuffer fields, String name, Zip64ExtendedInformation zip64) {
        // the order of the ZIP64 values is fixed: uncompressed size, compressed size, offset
        long uncompressedSize = zip64.resolve(fields.getInt(24));
        long compressedSize = zip64.resolve(fields.getInt(20));
        long localHeaderOffset = zip64.resolve(fields.getInt(42));
        return new CentralDirectoryFileHeader(
                Short.toUnsignedInt(fields.getShort(4)),
                Short.toUnsignedInt(fields.getShort(8)),
                Short.toUnsignedInt(fields.getShort(10)),
                fields.getInt(12),
                Integer.toUnsignedLong(fields.getInt(16)),
                compressedSize,
                uncompressedSize,
                fields.getInt(38),
                localHeaderOffset,
                name);
    }

    /** Whether a ZIP64 value is larger than any file can be, so that sums of them would overflow. */
    boolean isImpossible() {
        return LongStream.of(compressedSize, uncompressedSize, localHeaderOffset)
                .anyMatch(value -> value < 0 || value > LARGEST);
    }
}
