package io.github.lambdabootstrap.archive;

import java.io.InputStream;
import java.util.zip.Inflater;

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

    /** The content, as long as the data make it; the inflater serves it until the next content is opened. */
    InputStream open(ByteWindow window, Inflater inflater) {
        SegmentStream data = new SegmentStream(window, start, end());
        // some writers mark an empty file as deflated and write no data for it
        return entry.isStored() || start == end()
                ? data
                : new InflatedStream(data, entry.header().compressedSize(), inflater);
    }
}
