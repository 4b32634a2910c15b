package io.github.lambdabootstrap.archive;

import java.io.InputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** The content of a deflated entry. */
final class InflatedStream extends InflaterInputStream {

    private static final int BUFFER = 64 * 1024;

    /** Uses an inflater that stays the caller's and is used by one stream at a time. */
    InflatedStream(InputStream compressed, long compressedSize, Inflater inflater) {
        super(compressed, inflater, (int) Math.max(1, Math.min(BUFFER, compressedSize)));
        inflater.reset();
    }

    /** Bytes of compressed data that the content took. */
    long compressedBytes() {
        return inf.getBytesRead();
    }
}
