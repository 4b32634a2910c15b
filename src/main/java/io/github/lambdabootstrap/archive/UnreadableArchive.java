package io.github.lambdabootstrap.archive;

import java.nio.file.Path;
import java.util.Objects;

/**
 * Says what a file is when it is not a zip that can be read.
 *
 * @param path the file, as it was asked for
 * @param kind what it is instead
 * @param detail what was seen, as a phrase without a full stop; may quote the file, so it is not safe to print
 */
public record UnreadableArchive(Path path, Kind kind, String detail) implements ArchiveFile {

    /** What a file can be other than a readable zip. */
    public enum Kind {
        MISSING("a path where nothing is"),
        DIRECTORY("a directory"),
        NOT_A_FILE("neither a file nor a directory"),
        UNREADABLE("a file that cannot be read"),
        EMPTY("an empty file"),
        TRUNCATED_ZIP("a zip whose end is missing"),
        DAMAGED_ZIP("a zip whose directory is damaged"),
        SPLIT_ZIP("one part of a zip that was split"),
        OVERSIZED_ZIP("a zip with more entries than can be judged"),
        TAR("a tar archive"),
        TAR_GZIP("a tar.gz archive"),
        GZIP("gzip data"),
        BZIP2("bzip2 data"),
        XZ("xz data"),
        ZSTD("zstd data"),
        SEVEN_ZIP("a 7z archive"),
        RAR("a rar archive"),
        AR("an ar archive (a library, or a Go package that is not main)"),
        ELF("a bare ELF executable"),
        MACH_O("a bare Mach-O executable"),
        PE("a bare Windows executable"),
        SCRIPT("a bare script"),
        BASE64_ZIP("a zip that is still base64 text"),
        GIT_LFS_POINTER("a Git LFS pointer"),
        MARKUP("an HTML or XML text"),
        UNKNOWN("not a zip");

        private final String description;

        Kind(String description) {
            this.description = description;
        }

        /** The kind as a noun phrase, for messages. */
        public String description() {
            return description;
        }
    }

    public UnreadableArchive {
        Objects.requireNonNull(path);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(detail);
    }

    @Override
    public void close() {
        // nothing is open
    }
}
