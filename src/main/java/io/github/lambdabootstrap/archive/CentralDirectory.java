package io.github.lambdabootstrap.archive;

import static io.github.lambdabootstrap.archive.ZipFormatException.damaged;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * What a zip says about itself: its end record and its entries.
 *
 * @param end the place of the directory and the archive's comment
 * @param entries in the directory's order, offsets counted from the start of the file
 * @param length bytes of their headers
 */
record CentralDirectory(DirectoryEnd end, List<ArchiveEntry> entries, long length) {

    /** Each takes some 30 bytes of memory while it is judged; real archives have a hundredth of them. */
    static final int MOST_ENTRIES = 1_000_000;

    static CentralDirectory read(ChannelBytes bytes) throws IOException {
        DirectoryEnd end = DirectoryEnd.find(new ByteWindow(bytes), bytes.size());
        CentralDirectory directory = read(bytes, end);
        if (directory.isMiscounted() && directory.length < end.limit() - end.start()) {
            throw damaged(directory.miscount());
        }
        return directory;
    }

    /** Whether the end record has another number of entries, although no byte of the directory is left over. */
    boolean isMiscounted() {
        // like most readers: writers without ZIP64 let the two-byte number of entries overflow
        long counted = end.zip64() ? entries.size() : entries.size() & 0xFFFF;
        return counted != end.declaredEntries();
    }

    String miscount() {
        return "the end record promises " + end.declaredEntries() + " entries, the central directory has "
                + entries.size();
    }

    private static CentralDirectory read(ChannelBytes bytes, DirectoryEnd end) throws IOException {
        EntryTable entries = new EntryTable(bytes, end.shift());
        long position = end.start();
        while (position < end.limit()) {
            Optional<CentralDirectoryFileHeader.Placed> next = entries.headerAt(position);
            if (next.isEmpty() || next.get().end() > end.limit()) {
                break;
            }
            if (next.get().header().isImpossible()) {
                throw damaged("entry " + entries.size() + " has a size or an offset that no file can have");
            }
            if (entries.size() == MOST_ENTRIES) {
                throw new ZipFormatException(
                        UnreadableArchive.Kind.OVERSIZED_ZIP,
                        "its central directory has more than " + MOST_ENTRIES + " entries");
            }
            entries.append(position, next.get().end());
            position = next.get().end();
        }
        return new CentralDirectory(end, entries, position - end.start());
    }
}
