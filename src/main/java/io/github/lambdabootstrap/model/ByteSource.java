package io.github.lambdabootstrap.model;

import java.io.IOException;

/**
 * The content of a file that may lie compressed in an archive: readable at any offset, never as one array. Reading
 * forward is cheap; reading far behind what was read may inflate again.
 */
public interface ByteSource {

    /** Sees content pass by, in order. */
    @FunctionalInterface
    interface Sink {
        /** The first {@code length} bytes of the buffer; they are valid during the call alone. */
        void accept(byte[] buffer, int length);
    }

    /** Number of bytes that can be read. */
    long size();

    /**
     * The bytes from an offset on: exactly {@code length}, or fewer where the content ends, none beyond its end.
     *
     * @throws IOException when the bytes cannot be had, for example because the compressed data is damaged
     * @throws IllegalArgumentException for a negative offset or length
     */
    byte[] read(long offset, int length) throws IOException;

    /** Lets the whole content pass by once, in constant memory. */
    void transferTo(Sink sink) throws IOException;
}
