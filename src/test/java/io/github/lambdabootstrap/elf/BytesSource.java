package io.github.lambdabootstrap.elf;

import io.github.lambdabootstrap.model.ByteSource;
import java.util.Arrays;

/** Content that a test made, passing by in pieces of an odd size. */
public final class BytesSource implements ByteSource {

    private static final int PIECE = 1021;

    private final byte[] bytes;

    public BytesSource(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public byte[] read(long offset, int length) {
        if (offset < 0 || length < 0) {
            throw new IllegalArgumentException("offset " + offset + ", length " + length);
        }
        int from = (int) Math.min(offset, bytes.length);
        return Arrays.copyOfRange(bytes, from, (int) Math.min(bytes.length, (long) from + length));
    }

    @Override
    public void transferTo(Sink sink) {
        for (int from = 0; from < bytes.length; from += PIECE) {
            byte[] piece = read(from, PIECE);
            sink.accept(Arrays.copyOf(piece, PIECE), piece.length);
        }
    }
}
