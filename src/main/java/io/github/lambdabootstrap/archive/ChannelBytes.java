package io.github.lambdabootstrap.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * The bytes of an open file, as many as it had when it was opened.
 *
 * @param channel readable
 * @param size bytes; what a file grows by afterwards is not seen
 */
record ChannelBytes(FileChannel channel, long size) implements FileBytes {

    @Override
    public int read(long position, byte[] into) throws IOException {
        long there = Math.max(0, size - position);
        ByteBuffer buffer = ByteBuffer.wrap(into, 0, (int) Math.min(into.length, there));
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, position + buffer.position()) < 0) {
                break;
            }
        }
        return buffer.position();
    }
}
