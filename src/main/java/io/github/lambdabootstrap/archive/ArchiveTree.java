package io.github.lambdabootstrap.archive;

import java.util.List;
import java.util.Optional;

/** Finds what lies where once the archive is unpacked. */
final class ArchiveTree {

    private final EntryIndex byPath;
    private final FolderSet folders;

    ArchiveTree(List<ArchiveEntry> all) {
        byPath = new EntryIndex(all, entry -> entry.path().text());
        folders = new FolderSet(all);
    }

    EntryIndex byPath() {
        return byPath;
    }

    List<ArchiveEntry> entriesAt(EntryPath path) {
        return byPath.all(path.text());
    }

    /** What is at a path in the end: unpackers let a later entry replace an earlier one. */
    Optional<ArchiveEntry> entry(EntryPath path) {
        return byPath.last(path.text());
    }

    /** Whether a longer path makes this one a directory. */
    boolean isImplied(EntryPath path) {
        return folders.contains(path.text());
    }
}
