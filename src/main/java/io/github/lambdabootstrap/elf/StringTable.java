package io.github.lambdabootstrap.elf;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The names that {@code DT_STRTAB} holds. They are read in one go and in ascending order: going back and forth in
 * compressed content would inflate it again and again.
 */
final class StringTable {

    private final ElfImage image;
    private final long offset;
    private final long size;
    private final SortedSet<Long> wanted = new TreeSet<>(Long::compareUnsigned);
    private final Map<Long, String> strings = new HashMap<>();

    StringTable(ElfImage image, long offset, long size) {
        this.image = image;
        this.offset = offset;
        this.size = size;
    }

    /** Notes that {@link #read} shall read the text that begins so far into the table. */
    void want(long index) {
        wanted.add(index);
    }

    void read() throws IOException {
        for (long index : wanted) {
            Optional<String> string =
                    Long.compareUnsigned(index, size) < 0 ? image.string(offset + index) : Optional.empty();
            string.ifPresent(text -> strings.put(index, text));
        }
        int missing = wanted.size() - strings.size();
        if (missing > 0) {
            image.damaged(missing + " names of the dynamic section are not in the file");
        }
    }

    /** The text at this index; empty when it was not in the file. */
    Optional<String> at(long index) {
        return Optional.ofNullable(strings.get(index));
    }

    /** The texts at these indices, without those that were not in the file. */
    List<String> all(Stream<Long> indices) {
        return indices.flatMap(index -> at(index).stream()).toList();
    }
}
