package io.github.lambdabootstrap.archive;

import java.util.Objects;

/**
 * A place where an entry's bytes are not what its headers say.
 *
 * @param entry the entry
 * @param kind what is wrong
 * @param detail what was expected and what is there, as a phrase; may quote the archive, so it is not safe to print
 */
public record EntryFault(ArchiveEntry entry, Kind kind, String detail) {

    /** The ways in which an entry can be broken. */
    public enum Kind {
        /** There is no local header where the central directory says. */
        LOCAL_HEADER_MISSING,
        /** The local header has another checksum or size than the central directory. */
        LOCAL_HEADER_DIFFERS,
        /** The two headers differ in what one half of all readers takes from the one and one half from the other. */
        HEADERS_DISPUTED,
        /** Its bytes belong to another entry too, or to the central directory. */
        OVERLAP,
        /** The compressed data are no DEFLATE stream, or end too early. */
        DATA_DAMAGED,
        /** The content is longer or shorter than claimed. */
        SIZE_DIFFERS,
        /** The content takes fewer bytes of compressed data than claimed. */
        COMPRESSED_SIZE_DIFFERS,
        /** The content does not have the CRC-32 that is claimed. */
        CRC_DIFFERS,
        /** Neither local header nor data descriptor agree with the central directory. */
        DATA_DESCRIPTOR_DIFFERS,
        /** The content was not read: with it, all entries would have more bytes than Lambda takes. */
        NOT_CHECKED;

        /** Whether readers agree that an entry with it is broken. */
        boolean isCertain() {
            return this != HEADERS_DISPUTED;
        }
    }

    public EntryFault {
        Objects.requireNonNull(entry);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(detail);
    }

    /** Whether readers agree that the entry is broken. */
    public boolean isCertain() {
        return kind.isCertain();
    }
}
