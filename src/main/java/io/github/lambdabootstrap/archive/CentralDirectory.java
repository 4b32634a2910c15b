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
 */
record CentralDirectory(DirectoryEnd end, List<ArchiveEntry> entries) {

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
        List<ArchiveEntry> entries = entries(window, end);
        // like most readers: writers without ZIP64 let the two-byte number of entries overflow
        long counted = end.zip64() ? entries.size() : entries.size() & 0xFFFF;
        if (counted != end.declaredEntries()) {
            throw damaged("the end record promises " + end.declaredEntries() + " entries, the central directory has "
                    + entries.size());
        }
        return new CentralDirectory(end, entries);
    }

    private static List<ArchiveEntry> entries(ByteWindow window, DirectoryEnd end) throws IOException {
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
        return entries;
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
