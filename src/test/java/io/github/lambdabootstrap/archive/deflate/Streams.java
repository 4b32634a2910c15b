package io.github.lambdabootstrap.archive.deflate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** DEFLATE streams of whole contents, there and back. */
final class Streams {

    private Streams() {}

    static byte[] deflated(byte[] content, DeflateEncoder encoder) throws IOException {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        for (long segment = 0; segment < DeflateEncoder.segments(content.length); segment++) {
            stream.writeBytes(segment(content, segment, encoder));
        }
        return stream.toByteArray();
    }

    static byte[] segment(byte[] content, long segment, DeflateEncoder encoder) throws IOException {
        int length = encoder.encode(new ByteArrayInputStream(content), content.length, segment);
        return Arrays.copyOf(encoder.output(), length);
    }

    /** What the JDK's zlib makes of a stream, which must end where it says that it does. */
    static byte[] inflated(byte[] stream, int size) throws DataFormatException {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(stream);
            byte[] content = new byte[size];
            int length = 0;
            while (length < size && !inflater.needsInput()) {
                length += inflater.inflate(content, length, size - length);
            }
            // the end of the last block is read only when there is room for more
            assertThat(inflater.inflate(new byte[1])).isZero();
            assertThat(inflater.finished()).as("the stream has an end").isTrue();
            assertThat(inflater.getRemaining()).as("bytes behind the end").isZero();
            return Arrays.copyOf(content, length);
        } finally {
            inflater.end();
        }
    }
}
