package io.github.lambdabootstrap.archive;

import io.github.lambdabootstrap.model.ByteSource;

/** Lets a caller see the content of entries while they are checked, so that nothing is read twice. */
@FunctionalInterface
public interface EntryScans {

    /** Sees nothing. */
    EntryScans NONE = entry -> (buffer, length) -> {};

    /** What sees the content of an entry; asked once for each entry whose content is read, before it is. */
    ByteSource.Sink of(ArchiveEntry entry);
}
