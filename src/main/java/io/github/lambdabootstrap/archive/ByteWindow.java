package io.github.lambdabootstrap.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Looks at bytes through a window of fixed size that moves as it is asked to, best forward. */
final class ByteWindow {

    /** Holds every part of a zip's records: none is much longer than 64 KiB. */
    private static final int SIZE = 128 * 1024;

    private final FileBytes bytes;
    private final byte[] window;
    private long start;
    private int length;

    ByteWindow(FileBytes bytes) {
        this(bytes, SIZE);
    }

    /** A window for one record of known length. */
    ByteWindow(FileBytes bytes, int size) {
        this.bytes = bytes;
        this.window = new byte[size];
    }

    /** Whether these bytes can be had without reading. */
    boolean holds(long position, int count) {
        return position >= start && position <= start + length - count;
    }

    /** A little-endian copy of {@code count} bytes, at most those of the window, or of fewer where the bytes end. */
    ByteBuffer at(long position, int count) throws IOException {
        if (!holds(position, count)) {
            move(position);
        }
        int from = (int) (position - start);
        return ByteBuffer.wrap(Arrays.copyOfRange(window, from, from + Math.min(count, length - from)))
                .order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The bytes as text, one byte a character (ISO 8859-1). */
    String textAt(long position, int count) throws IOException {
        return new String(at(position, count).array(), StandardCharsets.ISO_8859_1);
    }

    /** Copies at least one and at most {@code count} bytes; says how many, 0 at the end. */
    int copy(long position, byte[] into, int offset, int count) throws IOException {
        if (position < start || position >= start + length) {
            move(position);
        }
        int there = Math.min(count, length - (int) (position - start));
        System.arraycopy(window, (int) (position - start), into, offset, there);
        return there;
    }

    private void move(long position) throws IOException {
        length = bytes.read(position, window);
        start = position;
    }
}
