package io.github.lambdabootstrap.archive;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Keeps blocks of entries' content in memory, those that were used last. */
final class BlockCache {

    /** Bytes that one archive's blocks may take: most executables fit, and several archives are read at a time. */
    private static final int LIMIT = 32 << 20;

    /**
     * A block of an entry's content.
     *
     * @param entry index of the entry
     * @param number of the block, from 0
     */
    record Key(int entry, int number) {}

    private final Map<Key, byte[]> blocks = new LinkedHashMap<>(16, 0.75f, true);
    private int size;

    Optional<byte[]> get(Key key) {
        return Optional.ofNullable(blocks.get(key));
    }

    boolean hasRoomFor(int length) {
        return size + length <= LIMIT;
    }

    void put(Key key, byte[] block) {
        byte[] before = blocks.put(key, block);
        size += block.length - (before == null ? 0 : before.length);
        Iterator<byte[]> oldest = blocks.values().iterator();
        while (size > LIMIT) {
            size -= oldest.next().length;
            oldest.remove();
        }
    }
}
