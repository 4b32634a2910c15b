package io.github.lambdabootstrap.archive;

import io.github.lambdabootstrap.model.ByteSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A zip as Lambda would find it, read-only, with the raw facts that rules need. Nothing is unpacked to disk, and memory
 * does not grow with the size of the file, of an entry or of a name: of each entry some 30 bytes are kept, and its header is
 * read whenever it is asked for. For one thread at a time; it throws {@link UncheckedIOException} when the file can no
 * longer be read.
 */
public final class LambdaArchive implements ArchiveFile {

    /** Bytes of content that are read, of one entry and of all: Lambda takes fewer (its 250 MB are 262,144,000). */
    static final long MOST_CONTENT = 262_144_000;

    private final Path path;
    private final FileIdentity identity;
    private final ChannelBytes file;
    private final CentralDirectory directory;
    private final ArchiveTree tree;
    private final BlockReader reader;

    private LambdaArchive(Path path, FileIdentity identity, ChannelBytes file, CentralDirectory directory) {
        this.path = path;
        this.identity = identity;
        this.file = file;
        this.directory = directory;
        this.tree = new ArchiveTree(directory.entries());
        this.reader = new BlockReader(file);
    }

    /** Opens a file; bad bytes, and a path where no file is, give an {@link UnreadableArchive}, never an exception. */
    public static ArchiveFile open(Path path) {
        return ArchiveOpening.open(path);
    }

    /** The archive in a file whose bytes are open; the channel is the archive's from now on. */
    static LambdaArchive read(Path path, FileIdentity identity, FileChannel channel) throws IOException {
        ChannelBytes file = new ChannelBytes(channel, identity.size());
        return new LambdaArchive(path, identity, file, CentralDirectory.read(file));
    }

    @Override
    public Path path() {
        return path;
    }

    /** Bytes of the file. */
    public long size() {
        return identity.size();
    }

    /** Bytes of content that the central directory claims for all entries. */
    public long unzippedSize() {
        return entries().stream().mapToLong(ArchiveEntry::size).reduce(0, LambdaArchive::sum);
    }

    /** The sum of two sizes; headers can claim more than a number holds. */
    public static long sum(long one, long other) {
        long sum = one + other;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }

    /** In the order of the central directory. */
    public List<ArchiveEntry> entries() {
        return directory.entries();
    }

    /** The archive's comment, one byte a character (ISO 8859-1); empty when there is none. */
    public String comment() {
        return directory.end().comment();
    }

    /** Whether the archive is of the ZIP64 form, as one with more than 65,534 entries must be. */
    public boolean isZip64() {
        return directory.end().zip64();
    }

    /** The number of the file in a split zip, from 0, that this one says to be: 0 of a zip that is whole. */
    public int disk() {
        return directory.end().disk();
    }

    /** A phrase, when the end record has another number of entries than there are; empty when they agree. */
    public Optional<String> miscount() {
        return directory.isMiscounted() ? Optional.of(directory.miscount()) : Optional.empty();
    }

    /** Bytes before the first entry, as in a self-extracting archive. */
    public long prefixBytes() {
        return entries().stream()
                .mapToLong(ArchiveEntry::localHeaderPosition)
                .min()
                .orElse(directory.end().start());
    }

    /** All entries that land on a path, in the order of the central directory: more than one is a duplicate. */
    public List<ArchiveEntry> entriesAt(EntryPath wanted) {
        return tree.entriesAt(wanted);
    }

    /** The entries by the paths that they land on. */
    public EntryIndex byPath() {
        return tree.byPath();
    }

    /** Where a path leads on Lambda: absolute, or relative to {@code /var/task}. */
    public Lookup lookup(String lambdaPath) {
        return new PathWalk(tree, this::content, PathWalk.TASK_ROOT).walk(lambdaPath);
    }

    /** The same when the archive is a layer: its files are in {@code /opt}, where a relative path begins. */
    public Lookup lookupInLayer(String lambdaPath) {
        return new PathWalk(tree, this::content, PathWalk.LAYERS).walk(lambdaPath);
    }

    /** What the archive has in front of an entry's data; empty when no header is there. */
    public Optional<LocalFileHeader> localHeader(ArchiveEntry entry) throws IOException {
        return LocalFileHeader.read(new ByteWindow(file), entry.localHeaderPosition());
    }

    /**
     * The content of an entry, at most 262,144,000 bytes of it; empty when it is encrypted, or compressed otherwise than
     * by DEFLATE. Up to 32 MiB of all contents stay in memory as they are read, also while {@link #check} passes over
     * them: asking for the content before the check spares a second pass. Reading fails once the archive is closed.
     */
    public Optional<ByteSource> content(ArchiveEntry entry) {
        if (!entry.isReadable()) {
            return Optional.empty();
        }
        reader.want(entry);
        return Optional.of(new EntryContent(entry, reader));
    }

    /**
     * Reads the whole file once: its digest, and whether every entry is what its headers say. Time is bounded by the
     * file's size and by 262,144,000 bytes of content: an entry whose claim goes beyond is not read, nor are bytes that
     * belong to an entry before.
     *
     * @param scans sees the content pass by, in the order of the file and as far as it is claimed
     * @throws IOException when the file cannot be read
     */
    public ArchiveIntegrity check(EntryScans scans) throws IOException {
        return new IntegrityPass(directory, file, scans, reader).run();
    }

    /** Whether the file is no longer the one that was opened: another size, time or identity, or gone. */
    public boolean hasChanged() {
        try {
            return !identity.equals(FileIdentity.of(path));
        } catch (IOException e) {
            return true;
        }
    }

    @Override
    public void close() {
        try {
            reader.close();
            file.channel().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
