package io.github.lambdabootstrap.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ClosedChannelException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.zip.Inflater;

/**
 * Reads the content of an archive's entries in blocks. Data can only be inflated from their start, so a block that is
 * neither kept nor ahead of the last one costs a new start. One entry is open at a time.
 */
final class BlockReader implements Closeable {

    /** Bytes of a block; the last one of an entry is shorter. */
    static final int BLOCK = 128 * 1024;

    private final FileBytes file;
    private final BlockCache cache = new BlockCache();
    private final BitSet wanted = new BitSet();
    // headers of the zlib format are absent in a zip: nowrap
    private final Inflater inflater = new Inflater(true);
    private boolean closed;
    private Optional<Cursor> cursor = Optional.empty();

    BlockReader(FileBytes file) {
        this.file = file;
    }

    /** The bytes of an entry that can be had, if they are as many as claimed. */
    static long readableSize(ArchiveEntry entry) {
        return Math.min(entry.size(), LambdaArchive.MOST_CONTENT);
    }

    /** Makes an entry one whose blocks are kept when they pass by. */
    void want(ArchiveEntry entry) {
        wanted.set(entry.index());
    }

    /** Takes a block that was read elsewhere when it will be asked for and pushes no other out. */
    void offer(ArchiveEntry entry, int number, byte[] buffer, int length) {
        if (wanted.get(entry.index()) && cache.hasRoomFor(length)) {
            cache.put(new BlockCache.Key(entry.index(), number), Arrays.copyOf(buffer, length));
        }
    }

    /** One block of an entry's content; shorter than it should be, or empty, where the content ends early. */
    byte[] block(ArchiveEntry entry, int number) throws IOException {
        Optional<byte[]> kept = cache.get(new BlockCache.Key(entry.index(), number));
        if (kept.isPresent()) {
            return kept.get();
        }
        if (closed) {
            throw new ClosedChannelException();
        }
        try {
            Cursor at = cursorBefore(entry, number);
            byte[] block = at.next();
            while (at.passed <= number) {
                cache.put(new BlockCache.Key(entry.index(), at.passed - 1), block);
                block = at.next();
            }
            cache.put(new BlockCache.Key(entry.index(), number), block);
            return block;
        } catch (IOException e) {
            cursor = Optional.empty();
            throw e;
        }
    }

    private Cursor cursorBefore(ArchiveEntry entry, int number) throws IOException {
        if (cursor.isEmpty() || cursor.get().entry.index() != entry.index() || cursor.get().passed > number) {
            cursor = Optional.of(new Cursor(entry, open(entry)));
        }
        return cursor.get();
    }

    private InputStream open(ArchiveEntry entry) throws IOException {
        ByteWindow window = new ByteWindow(file);
        LocalFileHeader header = LocalFileHeader.read(window, entry.localHeaderPosition())
                .orElseThrow(() -> new IOException("no local header at " + entry.localHeaderPosition()));
        return new EntryData(entry, entry.localHeaderPosition() + header.length()).open(window, inflater);
    }

    @Override
    public void close() {
        closed = true;
        inflater.end();
    }

    /** A place between two blocks of an entry. */
    private static final class Cursor {
        private final ArchiveEntry entry;
        private final InputStream stream;
        private int passed;

        private Cursor(ArchiveEntry entry, InputStream stream) {
            this.entry = entry;
            this.stream = stream;
        }

        private byte[] next() throws IOException {
            long left = readableSize(entry) - (long) passed * BLOCK;
            passed++;
            return stream.readNBytes((int) Math.min(BLOCK, left));
        }
    }
}
