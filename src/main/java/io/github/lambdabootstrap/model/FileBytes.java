package io.github.lambdabootstrap.model;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;

/** The content of a plain file. */
public final class FileBytes implements ByteSource, Closeable {

    private static final int BUFFER = 128 * 1024;

    private final FileChannel channel;
    private final long size;

    /** Opens the file. */
    public FileBytes(Path file) throws IOException {
        channel = FileChannel.open(file);
        size = channel.size();
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public byte[] read(long offset, int length) throws IOException {
        if (offset < 0 || length < 0) {
            throw new IllegalArgumentException("negative offset or length");
        }
        byte[] bytes = new byte[(int) Math.max(0, Math.min(length, size - offset))];
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining() && channel.read(buffer, offset + buffer.position()) >= 0) {
            // until all is read, or the file has become shorter
        }
        return buffer.hasRemaining() ? Arrays.copyOf(bytes, buffer.position()) : bytes;
    }

    @Override
    public void transferTo(Sink sink) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        long offset = 0;
        for (int n = channel.read(buffer, offset); n >= 0; n = channel.read(buffer, offset)) {
            sink.accept(buffer.array(), n);
            offset += n;
            buffer.clear();
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
