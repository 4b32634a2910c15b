package io.github.lambdabootstrap.archive;

import io.github.lambdabootstrap.model.ByteSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** The content of one entry, for as long as its archive is open. */
record EntryContent(ArchiveEntry entry, BlockReader reader) implements ByteSource {

    @Override
    public long size() {
        return BlockReader.readableSize(entry);
    }

    @Override
    public byte[] read(long offset, int length) throws IOException {
        if (offset < 0 || length < 0) {
            throw new IllegalArgumentException("negative offset or length: " + offset + ", " + length);
        }
        long end = offset + Math.min(length, Math.max(0, size() - offset));
        // grows with what is there: the size is only a claim
        ByteArrayOutputStream result = new ByteArrayOutputStream();
        for (long next = offset; next < end; next = offset + result.size()) {
            byte[] block = reader.block(entry, (int) (next / BlockReader.BLOCK));
            int from = (int) (next % BlockReader.BLOCK);
            int count = (int) Math.min(end - next, block.length - from);
            if (count <= 0) {
                break;
            }
            result.write(block, from, count);
        }
        return result.toByteArray();
    }

    @Override
    public void transferTo(Sink sink) throws IOException {
        for (int number = 0; (long) number * BlockReader.BLOCK < size(); number++) {
            byte[] block = reader.block(entry, number);
            if (block.length == 0) {
                return;
            }
            sink.accept(block, block.length);
        }
    }
}
