package io.github.lambdabootstrap.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** The content of a deflated entry. */
final class InflatedStream extends InflaterInputStream {

    private static final int BUFFER = 64 * 1024;

    InflatedStream(InputStream compressed, long compressedSize) {
        // headers of the zlib format are absent in a zip: nowrap
        super(compressed, new Inflater(true), (int) Math.max(1, Math.min(BUFFER, compressedSize)));
    }

    /** Bytes of compressed data that the content took. */
    long compressedBytes() {
        return inf.getBytesRead();
    }

    @Override
    public void close() throws IOException {
        super.close();
        // the parent ends only an inflater that it made itself
        inf.end();
    }
}
