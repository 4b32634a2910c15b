package io.github.lambdabootstrap.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * The ZIP64 end of central directory record, APPNOTE 4.3.14.
 *
 * @param totalEntries eight bytes, taken as signed: a negative number is a damaged record
 * @param centralDirectorySize bytes, as above
 * @param centralDirectoryOffset bytes from the start of the zip, as above
 */
public record Zip64EndOfCentralDirectoryRecord(
        long totalEntries, long centralDirectorySize, long centralDirectoryOffset) {

    static final int SIGNATURE = 0x06064b50;
    /** Bytes without the extensible data. */
    static final int LENGTH = 56;

    /** The record at a position; empty when there is none, as for a position that no file has. */
    static Optional<Zip64EndOfCentralDirectoryRecord> read(ByteWindow window, long position) throws IOException {
        if (position < 0) {
            return Optional.empty();
        }
        ByteBuffer fields = window.at(position, LENGTH);
        return fields.remaining() < LENGTH || fields.getInt(0) != SIGNATURE
                ? Optional.empty()
                : Optional.of(new Zip64EndOfCentralDirectoryRecord(
                        fields.getLong(32), fields.getLong(40), fields.getLong(48)));
    }
}
