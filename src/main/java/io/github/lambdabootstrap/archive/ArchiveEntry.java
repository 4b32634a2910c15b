package io.github.lambdabootstrap.archive;

import java.util.Objects;
import java.util.Optional;

/**
 * One entry of an archive, as its central directory describes it.
 *
 * @param index place in the central directory, from 0
 * @param header what the central directory says
 * @param name the name, decoded
 * @param localHeaderPosition where the local header should be in the file, from its start
 */
public record ArchiveEntry(int index, CentralDirectoryFileHeader header, EntryName name, long localHeaderPosition) {

    private static final int ENCRYPTED = 1;
    private static final int DATA_DESCRIPTOR = 1 << 3;
    private static final int UTF8 = 1 << 11;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;
    private static final int DOS_DIRECTORY = 0x10;

    public ArchiveEntry {
        Objects.requireNonNull(header);
        Objects.requireNonNull(name);
    }

    public EntryPath path() {
        return name.path();
    }

    public HostSystem host() {
        return new HostSystem(header.versionMadeBy() >>> 8);
    }

    /** The mode, of hosts that are known to carry one; what other hosts put there is no mode to Lambda. */
    public Optional<UnixMode> unixMode() {
        return host().carriesUnixModes()
                ? Optional.of(new UnixMode(header.externalFileAttributes() >>> 16))
                : Optional.empty();
    }

    /** By the mode's type bits, else by the name's final slash or the DOS directory attribute. */
    public FileType type() {
        if (name.endsWithSlash()) {
            return FileType.DIRECTORY;
        }
        return switch (unixMode().map(UnixMode::typeBits).orElse(0)) {
            case 0 -> (header.externalFileAttributes() & DOS_DIRECTORY) != 0 ? FileType.DIRECTORY : FileType.REGULAR;
            case 0100000 -> FileType.REGULAR;
            case 0040000 -> FileType.DIRECTORY;
            case 0120000 -> FileType.SYMLINK;
            default -> FileType.OTHER;
        };
    }

    public boolean isEncrypted() {
        return (header.generalPurposeBitFlag() & ENCRYPTED) != 0;
    }

    public boolean hasDataDescriptor() {
        return (header.generalPurposeBitFlag() & DATA_DESCRIPTOR) != 0;
    }

    /** Whether the entry claims that its name is UTF-8. */
    public boolean claimsUtf8() {
        return (header.generalPurposeBitFlag() & UTF8) != 0;
    }

    /** Whether its content can be had: stored or deflated, and not encrypted. */
    public boolean isReadable() {
        return !isEncrypted() && (isStored() || isDeflated());
    }

    boolean isStored() {
        return header.compressionMethod() == STORED;
    }

    boolean isDeflated() {
        return header.compressionMethod() == DEFLATED;
    }

    /** Bytes of content that the central directory claims. */
    public long size() {
        return header.uncompressedSize();
    }

    @Override
    public String toString() {
        return name.text();
    }
}
