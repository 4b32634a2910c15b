package io.github.lambdabootstrap.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * The ZIP64 end of central directory locator, APPNOTE 4.3.15: it ends where the end record starts.
 *
 * @param recordOffset bytes from the start of the zip to the ZIP64 end record
 */
public record Zip64EndOfCentralDirectoryLocator(long recordOffset) {

    static final int SIGNATURE = 0x07064b50;
    static final int LENGTH = 20;

    /** The locator that ends at a position. */
    static Optional<Zip64EndOfCentralDirectoryLocator> read(ByteWindow window, long end) throws IOException {
        ByteBuffer fields = window.at(Math.max(0, end - LENGTH), LENGTH);
        return fields.remaining() < LENGTH || fields.getInt(0) != SIGNATURE
                ? Optional.empty()
                : Optional.of(new Zip64EndOfCentralDirectoryLocator(fields.getLong(8)));
    }
}
