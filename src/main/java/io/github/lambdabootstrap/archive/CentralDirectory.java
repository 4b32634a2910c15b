package io.github.lambdabootstrap.archive;

import static io.github.lambdabootstrap.archive.ZipFormatException.damaged;

import java.io.IOException;
import java.util.ArrayList;
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

    /** More would not leave enough of a build's memory; Lambda's size limit leaves less than 2 KiB for each of these. */
    static final int MOST_ENTRIES = 150_000;

    /** As above: names and extra fields can have 64 KiB each. */
    static final long LONGEST = 32L << 20;

    CentralDirectory {
        entries = List.copyOf(entries);
    }

    static CentralDirectory read(ChannelBytes bytes) throws IOException {
        ByteWindow window = new ByteWindow(bytes);
        DirectoryEnd end = DirectoryEnd.find(window, bytes.size());
        CentralDirectory directory = read(window, end);
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

    private static CentralDirectory read(ByteWindow window, DirectoryEnd end) throws IOException {
        List<ArchiveEntry> entries = new ArrayList<>();
        long position = end.start();
        while (position < end.limit()) {
            Optional<CentralDirectoryFileHeader.Placed> next = CentralDirectoryFileHeader.read(window, position);
            if (next.isEmpty() || next.get().end() > end.limit()) {
                break;
            }
            entries.add(entry(entries.size(), next.get().header(), end));
            position = next.get().end();
            if (entries.size() > MOST_ENTRIES || position - end.start() > LONGEST) {
                throw new ZipFormatException(
                        UnreadableArchive.Kind.OVERSIZED_ZIP,
                        "its central directory has more than " + MOST_ENTRIES + " entries or " + LONGEST + " bytes");
            }
        }
        return new CentralDirectory(end, entries, position - end.start());
    }

    private static ArchiveEntry entry(int index, CentralDirectoryFileHeader header, DirectoryEnd end)
            throws ZipFormatException {
        if (header.isImpossible()) {
            throw damaged("entry " + index + " has a size or an offset that no file can have");
        }
        return new ArchiveEntry(
                index, header, EntryName.of(header.fileName()), header.localHeaderOffset() + end.shift());
    }
}
