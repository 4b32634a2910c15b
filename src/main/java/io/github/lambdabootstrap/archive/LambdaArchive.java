package io.github.lambdabootstrap.archive;

import io.github.lambdabootstrap.model.ByteSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A zip as Lambda would find it, read-only, with the raw facts that rules need. Nothing is unpacked to disk, and memory
 * does not grow with the size of the file or of an entry. For one thread at a time.
 */
public final class LambdaArchive implements ArchiveFile {

    private final Path path;
    private final List<ArchiveEntry> entries;

    LambdaArchive(Path path, List<ArchiveEntry> entries) {
        this.path = path;
        this.entries = List.copyOf(entries);
    }

    /** Opens a file; bad bytes, and a path where no file is, give an {@link UnreadableArchive}, never an exception. */
    public static ArchiveFile open(Path path) {
        return new UnreadableArchive(path, UnreadableArchive.Kind.UNKNOWN, "");
    }

    @Override
    public Path path() {
        return path;
    }

    /** Bytes of the file. */
    public long size() {
        return 0;
    }

    /** Bytes of content that the central directory claims for all entries. */
    public long unzippedSize() {
        return 0;
    }

    /** In the order of the central directory. */
    public List<ArchiveEntry> entries() {
        return entries;
    }

    /** All entries that land on a path, in the order of the central directory: more than one is a duplicate. */
    public List<ArchiveEntry> entriesAt(EntryPath wanted) {
        return entries.stream().filter(entry -> entry.path().equals(wanted)).toList();
    }

    /** Where a path leads on Lambda: relative ones start at {@code /var/task}. */
    public Lookup lookup(String lambdaPath) {
        return new Lookup.Absent(EntryPath.of(lambdaPath), new Lookup.Way(List.of(), List.of()));
    }

    /**
     * The content of an entry; empty when it is encrypted, compressed otherwise than by DEFLATE, or without a local
     * header. The first 16 MiB stay in memory as they are read, also while {@link #check} passes over them: asking for
     * the content before the check spares a second pass.
     */
    public Optional<ByteSource> content(ArchiveEntry entry) {
        return Optional.empty();
    }

    /**
     * Reads the whole file once: its digest, and whether every entry is what its headers say. Time is bounded by the
     * file's size and by 262,144,000 bytes of content: an entry whose claim goes beyond is not read.
     *
     * @throws IOException when the file cannot be read
     */
    public ArchiveIntegrity check(EntryScans scans) throws IOException {
        return new ArchiveIntegrity(io.github.lambdabootstrap.model.Sha256.of(path), List.of());
    }

    /** Whether the file is no longer the one that was opened: another size, time or identity, or gone. */
    public boolean hasChanged() {
        return false;
    }

    @Override
    public void close() {
        // follows
    }
}
