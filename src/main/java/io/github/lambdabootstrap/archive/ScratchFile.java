package io.github.lambdabootstrap.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Parts that several threads put away in one file, in any order; {@link #close} deletes it. */
final class ScratchFile implements Closeable {

    private final Path file;
    private final FileChannel channel;
    private final AtomicLong end = new AtomicLong();

    /** Where a part lies in the file. */
    record Part(long position, int length) {}

    private ScratchFile(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Makes the file, which must not be there. */
    static ScratchFile create(Path file) throws IOException {
        return new ScratchFile(
                file,
                FileChannel.open(
                        file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE));
    }

    Path file() {
        return file;
    }

    /** Puts the first bytes of an array away. */
    Part add(byte[] bytes, int length) throws IOException {
        long position = end.getAndAdd(length);
        ByteBuffer left = ByteBuffer.wrap(bytes, 0, length);
        while (left.hasRemaining()) {
            channel.write(left, position + left.position());
        }
        return new Part(position, length);
    }

    /** The bytes of some parts, one behind the other. */
    InputStream open(List<Part> parts) {
        return new Parts(parts.iterator());
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(file);
    }

    private final class Parts extends InputStream {

        private final Iterator<Part> next;
        private long position;
        private int left;

        Parts(Iterator<Part> next) {
            this.next = next;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            while (left == 0) {
                if (!next.hasNext()) {
                    return -1;
                }
                Part part = next.next();
                position = part.position();
                left = part.length();
            }
            int count = channel.read(ByteBuffer.wrap(into, offset, Math.min(length, left)), position);
            if (count > 0) {
                position += count;
                left -= count;
            }
            return count;
        }
    }
}
