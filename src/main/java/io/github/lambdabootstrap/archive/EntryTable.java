package io.github.lambdabootstrap.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.RandomAccess;

/**
 * The entries of a central directory. Kept is where each one lies; its header is read from the file whenever it is
 * asked for, so that memory does not grow with names, extra fields and comments. An entry that is gone by then throws
 * an {@link UncheckedIOException}.
 */
final class EntryTable extends AbstractList<ArchiveEntry> implements RandomAccess {

    private final FileBytes bytes;
    private final ByteWindow window;
    private final long shift;
    private long[] positions = new long[16];
    private long end;
    private int size;
    private int next;

    /**
     * A table without entries.
     *
     * @param shift what turns offsets into positions in the file
     */
    EntryTable(FileBytes bytes, long shift) {
        this.bytes = bytes;
        this.window = new ByteWindow(bytes);
        this.shift = shift;
    }

    /** The header at a position; empty when there is none. */
    Optional<CentralDirectoryFileHeader.Placed> headerAt(long position) throws IOException {
        return CentralDirectoryFileHeader.read(window, position);
    }

    /** Adds the entry at a position, which has a header and lies behind those that were added before. */
    void append(long position, long behind) {
        if (size == positions.length) {
            positions = Arrays.copyOf(positions, 2 * size);
        }
        positions[size++] = position;
        end = behind;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public ArchiveEntry get(int index) {
        long position = positions[Objects.checkIndex(index, size)];
        long behind = index + 1 == size ? end : positions[index + 1];
        try {
            return CentralDirectoryFileHeader.read(windowFor(index, (int) (behind - position)), position)
                    .map(placed -> entry(index, placed.header()))
                    .orElseThrow(() -> new IOException("its central directory changed while it was read"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One after the other they are read in large pieces; out of turn, the large piece stays where it is. */
    private ByteWindow windowFor(int index, int length) {
        if (index == next || index == 0 || window.holds(positions[index], length)) {
            next = index + 1;
            return window;
        }
        return new ByteWindow(bytes, length);
    }

    private ArchiveEntry entry(int index, CentralDirectoryFileHeader header) {
        return new ArchiveEntry(index, header, EntryName.of(header.fileName()), header.localHeaderOffset() + shift);
    }
}
