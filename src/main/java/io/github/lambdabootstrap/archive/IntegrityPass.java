package io.github.lambdabootstrap.archive;

import io.github.lambdabootstrap.archive.EntryFault.Kind;
import io.github.lambdabootstrap.model.ByteSource;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * One way over all bytes of an archive, in the order of the file. Bytes that belong to two entries are inflated for the
 * first one alone, so the time is bounded by the file's size and {@link LambdaArchive#MOST_CONTENT}.
 */
final class IntegrityPass {

    /** Bits for the number of an entry. */
    private static final int NUMBER = 20;

    private static final int NUMBERS = (1 << NUMBER) - 1;

    private final CentralDirectory directory;
    private final DigestedBytes file;
    private final ByteWindow window;
    private final EntryScans scans;
    private final BlockReader reader;
    private final FaultList faults;
    // headers of the zlib format are absent in a zip: nowrap
    private final Inflater inflater = new Inflater(true);
    private final byte[] block = new byte[BlockReader.BLOCK];
    private long contentLeft = LambdaArchive.MOST_CONTENT;
    private long end;
    private String endedBy = "";

    IntegrityPass(CentralDirectory directory, FileBytes file, EntryScans scans, BlockReader reader) {
        this.directory = directory;
        this.faults = new FaultList(directory.entries());
        this.file = new DigestedBytes(file);
        this.window = new ByteWindow(this.file);
        this.scans = scans;
        this.reader = reader;
    }

    ArchiveIntegrity run() throws IOException {
        List<ArchiveEntry> entries = directory.entries();
        try {
            for (long place : inFileOrder()) {
                check(entries.get((int) (place & NUMBERS)));
            }
        } finally {
            inflater.end();
        }
        return new ArchiveIntegrity(file.sha256(), faults);
    }

    /** The entries' positions, each above the number of its entry. */
    private long[] inFileOrder() {
        long[] places = new long[directory.entries().size()];
        for (ArchiveEntry entry : directory.entries()) {
            long position = Math.min(entry.localHeaderPosition(), Long.MAX_VALUE >>> NUMBER);
            places[entry.index()] = position << NUMBER | entry.index();
        }
        Arrays.sort(places);
        return places;
    }

    private void check(ArchiveEntry entry) throws IOException {
        var local = LocalFileHeader.read(window, entry.localHeaderPosition());
        if (local.isEmpty()) {
            fault(entry, Kind.LOCAL_HEADER_MISSING, "there is no local header at " + entry.localHeaderPosition());
            return;
        }
        EntryData data =
                new EntryData(entry, entry.localHeaderPosition() + local.get().length());
        HeaderComparison comparison = new HeaderComparison(entry.header(), local.get());
        comparison.disputes().forEach(detail -> fault(entry, Kind.HEADERS_DISPUTED, detail));
        comparison.difference().ifPresent(detail -> fault(entry, Kind.LOCAL_HEADER_DIFFERS, detail));
        if (overlaps(data)) {
            return;
        }
        if (entry.isReadable() && mayBeRead(entry)) {
            read(data);
        }
        if (local.get().hasDataDescriptor()) {
            comparison
                    .descriptorDifference(window.at(data.end(), DataDescriptor.LONGEST))
                    .ifPresent(detail -> fault(entry, Kind.DATA_DESCRIPTOR_DIFFERS, detail));
        }
    }

    private boolean overlaps(EntryData data) {
        ArchiveEntry entry = data.entry();
        if (data.end() > directory.end().start()) {
            fault(
                    entry,
                    Kind.OVERLAP,
                    "its data reach from " + data.start() + " to " + data.end()
                            + ", but the central directory starts at "
                            + directory.end().start());
            return true;
        }
        boolean overlaps = entry.localHeaderPosition() < end;
        if (overlaps) {
            fault(
                    entry,
                    Kind.OVERLAP,
                    "it starts at " + entry.localHeaderPosition() + ", inside '" + endedBy + "', which ends at " + end);
        }
        if (data.end() > end) {
            end = data.end();
            endedBy = entry.name().text();
        }
        return overlaps;
    }

    private boolean mayBeRead(ArchiveEntry entry) {
        if (entry.size() > contentLeft) {
            fault(
                    entry,
                    Kind.NOT_CHECKED,
                    "its " + entry.size() + " bytes and those before are more than " + LambdaArchive.MOST_CONTENT
                            + ", so they were not read");
            return false;
        }
        contentLeft -= entry.size();
        return true;
    }

    private void read(EntryData data) throws IOException {
        ArchiveEntry entry = data.entry();
        CRC32 crc = new CRC32();
        try (InputStream content = data.open(window, inflater)) {
            long size = pass(entry, content, crc);
            compare(entry, size, crc.getValue());
            if (size == entry.size() && content instanceof InflatedStream inflated) {
                compareCompressedSize(entry, inflated.compressedBytes());
            }
        } catch (ZipException | EOFException e) {
            fault(entry, Kind.DATA_DAMAGED, "its compressed data are damaged: " + e.getMessage());
        }
    }

    /** Reads the content as far as it is claimed, and one byte beyond when there is one. */
    private long pass(ArchiveEntry entry, InputStream content, CRC32 crc) throws IOException {
        ByteSource.Sink scan = scans.of(entry);
        long size = 0;
        int count;
        do {
            count = content.readNBytes(block, 0, (int) Math.min(block.length, entry.size() + 1 - size));
            int claimed = (int) Math.min(count, entry.size() - size);
            if (claimed > 0) {
                crc.update(block, 0, claimed);
                scan.accept(block, claimed);
                reader.offer(entry, (int) (size / BlockReader.BLOCK), block, claimed);
            }
            size += count;
        } while (count == block.length);
        return size;
    }

    private void compare(ArchiveEntry entry, long size, long crc) {
        if (size > entry.size()) {
            fault(entry, Kind.SIZE_DIFFERS, "it has more than the " + entry.size() + " bytes that are claimed");
        } else if (size < entry.size()) {
            fault(entry, Kind.SIZE_DIFFERS, "it has " + size + " bytes, but " + entry.size() + " are claimed");
        } else if (crc != entry.header().crc32()) {
            fault(
                    entry,
                    Kind.CRC_DIFFERS,
                    String.format(
                            "its content has CRC-32 %08x, but %08x is claimed",
                            crc, entry.header().crc32()));
        }
    }

    private void compareCompressedSize(ArchiveEntry entry, long compressed) {
        long claimed = entry.header().compressedSize();
        if (compressed != claimed) {
            fault(
                    entry,
                    Kind.COMPRESSED_SIZE_DIFFERS,
                    "its compressed data have " + compressed + " bytes, but " + claimed + " are claimed");
        }
    }

    private void fault(ArchiveEntry entry, Kind kind, String detail) {
        faults.found(new EntryFault(entry, kind, detail));
    }
}
