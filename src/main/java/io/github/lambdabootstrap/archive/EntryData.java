package io.github.lambdabootstrap.archive;

import java.io.InputStream;

/**
 * Where the data of an entry lies in the file.
 *
 * @param entry stored or deflated, not encrypted
 * @param start position behind the local header
 */
record EntryData(ArchiveEntry entry, long start) {

    /** Position behind the data, as the central directory has it. */
    long end() {
        return start + entry.header().compressedSize();
    }

    /** The content, as long as the data make it. */
    InputStream open(ByteWindow window) {
        SegmentStream data = new SegmentStream(window, start, end());
        // some writers mark an empty file as deflated and write no data for it
        return entry.isStored() || start == end()
                ? data
                : new InflatedStream(data, entry.header().compressedSize());
    }
}
