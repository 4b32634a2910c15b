package io.github.lambdabootstrap.archive;

import java.io.IOException;
import java.io.InputStream;

/** The bytes of a file from one position up to another, or to the file's end when that comes first. */
final class SegmentStream extends InputStream {

    private final ByteWindow window;
    private final long end;
    private long position;

    SegmentStream(ByteWindow window, long start, long end) {
        this.window = window;
        this.position = start;
        this.end = end;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = window.copy(position, into, offset, (int) Math.min(length, end - position));
        position += count;
        return count == 0 && length > 0 ? -1 : count;
    }
}
