package io.github.lambdabootstrap.elf;

import io.github.lambdabootstrap.model.ByteSource;
import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads small pieces of a source, asking it for few large ones, since each may cost an inflation. */
final class Blocks {

    private static final int BLOCK = 1 << 16;
    private static final int KEPT = 8;

    private final ByteSource source;
    private final Map<Long, byte[]> kept = new LinkedHashMap<>(KEPT, 0.75f, true);

    Blocks(ByteSource source) {
        this.source = source;
    }

    long size() {
        return source.size();
    }

    /** The bytes from an unsigned offset on, fewer where the file ends. */
    byte[] read(long offset, int length) throws IOException {
        if (offset < 0 || offset >= size()) {
            return new byte[0];
        }
        byte[] bytes = new byte[(int) Math.min(length, size() - offset)];
        int done = 0;
        while (done < bytes.length) {
            long at = offset + done;
            byte[] block = block(at / BLOCK);
            int from = (int) (at % BLOCK);
            int count = Math.min(bytes.length - done, block.length - from);
            if (count <= 0) {
                throw new IOException("the content ends at byte " + at + " of " + size());
            }
            System.arraycopy(block, from, bytes, done, count);
            done += count;
        }
        return bytes;
    }

    private byte[] block(long number) throws IOException {
        byte[] block = kept.get(number);
        if (block == null) {
            block = source.read(number * BLOCK, BLOCK);
            kept.put(number, block);
            dropOldest();
        }
        return block;
    }

    private void dropOldest() {
        if (kept.size() > KEPT) {
            Iterator<Long> oldestFirst = kept.keySet().iterator();
            oldestFirst.next();
            oldestFirst.remove();
        }
    }
}
