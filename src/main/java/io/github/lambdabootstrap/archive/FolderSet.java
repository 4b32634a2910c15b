package io.github.lambdabootstrap.archive;

import java.util.List;

/** The folders that the paths of entries lie in, however deep; none of them needs an entry of its own. */
final class FolderSet {

    /** PATH_MAX of Linux: nothing can be asked of what is deeper. */
    private static final int LONGEST = 4096;

    /** More folders than fit into Lambda's limits; hostile archives can promise more. */
    private static final int MOST = 1 << 19;

    private static final int FREE = 0;

    private final List<ArchiveEntry> entries;
    private final PathHash hash = new PathHash();
    private long[] slots = new long[64];
    private int size;

    FolderSet(List<ArchiveEntry> entries) {
        this.entries = entries;
        for (ArchiveEntry entry : entries) {
            addFoldersOf(entry.path().text());
        }
    }

    boolean contains(String path) {
        if (path.isEmpty()) {
            return true;
        }
        if (path.length() > LONGEST) {
            return false;
        }
        boolean kept = slots[slot(hash.of(path))] != FREE;
        return kept || (size == MOST && isStartOfSome(path + "/"));
    }

    private boolean isStartOfSome(String start) {
        return entries.stream().anyMatch(entry -> entry.path().text().startsWith(start));
    }

    private void addFoldersOf(String path) {
        long start = PathHash.NONE;
        for (int i = 0; i < Math.min(path.length(), LONGEST + 1); i++) {
            if (path.charAt(i) == '/') {
                add(start);
            }
            start = hash.next(start, path.charAt(i));
        }
    }

    private void add(long folder) {
        int slot = slot(folder);
        if (slots[slot] == FREE && size < MOST) {
            slots[slot] = folder;
            size++;
            if (2 * size > slots.length) {
                grow();
            }
        }
    }

    private int slot(long folder) {
        int slot = Long.hashCode(folder * 0x9E3779B97F4A7C15L) & (slots.length - 1);
        while (slots[slot] != FREE && slots[slot] != folder) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private void grow() {
        long[] before = slots;
        slots = new long[2 * before.length];
        for (long folder : before) {
            if (folder != FREE) {
                slots[slot(folder)] = folder;
            }
        }
    }
}
