package io.github.lambdabootstrap.archive;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The end of central directory record, APPNOTE 4.3.16.
 *
 * @param numberOfThisDisk 0 unless the zip is split
 * @param totalEntries two bytes; 65,535 may mean that the ZIP64 record knows
 * @param centralDirectorySize bytes; the highest value may mean that the ZIP64 record knows
 * @param centralDirectoryOffset bytes from the start of the zip; as above
 * @param comment the bytes of the comment, one byte a character (ISO 8859-1)
 */
public record EndOfCentralDirectoryRecord(
        int numberOfThisDisk,
        int totalEntries,
        long centralDirectorySize,
        long centralDirectoryOffset,
        String comment) {

    static final int SIGNATURE = 0x06054b50;
    /** Bytes without the comment. */
    static final int LENGTH = 22;
    /** Bytes with the longest comment. */
    static final int LONGEST = LENGTH + 0xFFFF;

    /** The record at a place of the array; empty when there is none or when its comment does not fit. */
    static Optional<EndOfCentralDirectoryRecord> read(byte[] bytes, int offset) {
        ByteBuffer fields = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.length - offset < LENGTH || fields.getInt(offset) != SIGNATURE) {
            return Optional.empty();
        }
        int commentLength = Short.toUnsignedInt(fields.getShort(offset + 20));
        if (bytes.length - offset < LENGTH + commentLength) {
            return Optional.empty();
        }
        return Optional.of(new EndOfCentralDirectoryRecord(
                Short.toUnsignedInt(fields.getShort(offset + 4)),
                Short.toUnsignedInt(fields.getShort(offset + 10)),
                Integer.toUnsignedLong(fields.getInt(offset + 12)),
                Integer.toUnsignedLong(fields.getInt(offset + 16)),
                new String(bytes, offset + LENGTH, commentLength, StandardCharsets.ISO_8859_1)));
    }

    /** Bytes of the whole record. */
    int length() {
        return LENGTH + comment.length();
    }

    /** Whether a field holds the value that sends a reader to the ZIP64 record (4.4.1.4). */
    boolean defersToZip64() {
        return totalEntries == 0xFFFF || centralDirectorySize == 0xFFFFFFFFL || centralDirectoryOffset == 0xFFFFFFFFL;
    }
}
