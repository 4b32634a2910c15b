package io.github.lambdabootstrap.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Finds what lies where once the archive is unpacked. */
final class ArchiveTree {

    /** Sorted, so that a directory that only longer paths imply needs no node: names can be very deep. */
    private final NavigableMap<String, List<ArchiveEntry>> entries = new TreeMap<>();

    ArchiveTree(List<ArchiveEntry> all) {
        for (ArchiveEntry entry : all) {
            entries.merge(entry.path().text(), List.of(entry), ArchiveTree::joined);
        }
    }

    private static List<ArchiveEntry> joined(List<ArchiveEntry> some, List<ArchiveEntry> more) {
        // most lists have one entry and stay as small as they are; thousands of duplicates must not be copied each time
        List<ArchiveEntry> joined = some.size() == 1 ? new ArrayList<>(some) : some;
        joined.addAll(more);
        return joined;
    }

    List<ArchiveEntry> entriesAt(EntryPath path) {
        return List.copyOf(entries.getOrDefault(path.text(), List.of()));
    }

    /** What is at a path in the end: unpackers let a later entry replace an earlier one. */
    Optional<ArchiveEntry> entry(EntryPath path) {
        List<ArchiveEntry> there = entries.getOrDefault(path.text(), List.of());
        return there.isEmpty() ? Optional.empty() : Optional.of(there.get(there.size() - 1));
    }

    /** Whether a longer path makes this one a directory. */
    boolean isImplied(EntryPath path) {
        if (path.isRoot()) {
            return true;
        }
        String below = path.text() + "/";
        String next = entries.ceilingKey(below);
        return next != null && next.startsWith(below);
    }
}
