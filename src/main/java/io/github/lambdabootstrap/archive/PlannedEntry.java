package io.github.lambdabootstrap.archive;

import java.nio.file.Path;

/**
 * A file that shall be in an archive. Its time, mode and owner on disk play no part.
 *
 * @param path where in the archive; not its root
 * @param source where its bytes are
 * @param executable whether Lambda may start it
 */
public record PlannedEntry(EntryPath path, EntrySource source, boolean executable) {

    private static final UnixMode EXECUTABLE = new UnixMode(0100755);
    private static final UnixMode PLAIN = new UnixMode(0100644);

    public PlannedEntry {
        if (path.isRoot()) {
            throw new IllegalArgumentException("an entry has a name");
        }
    }

    /** An entry with the bytes of a regular file that is no symbolic link. */
    public PlannedEntry(EntryPath path, Path file, boolean executable) {
        this(path, new EntrySource.DiskFile(file), executable);
    }

    /** {@code S_IFREG} with 0755 or 0644: the two modes that AWS asks for. */
    public UnixMode mode() {
        return executable ? EXECUTABLE : PLAIN;
    }
}
