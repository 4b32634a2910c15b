package io.github.lambdabootstrap.archive;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Finds entries by a text that each of them has, in eight bytes of memory for an entry. */
public final class EntryIndex {

    /** Bits for the number of an entry; those above hold a part of the text's hash. */
    private static final int NUMBER = 20;

    private static final int NUMBERS = (1 << NUMBER) - 1;

    private final List<ArchiveEntry> entries;
    private final Function<ArchiveEntry, String> text;
    private final PathHash hash = new PathHash();
    private final long[] sorted;

    /**
     * An index of entries that stay as they are.
     *
     * @param text of an entry; always the same
     */
    public EntryIndex(List<ArchiveEntry> entries, Function<ArchiveEntry, String> text) {
        this.entries = entries;
        this.text = text;
        this.sorted = new long[entries.size()];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = key(text.apply(entries.get(i))) | i;
        }
        Arrays.sort(sorted);
    }

    private long key(String of) {
        return hash.of(of) << NUMBER;
    }

    /** The first entry with a text. */
    public Optional<ArchiveEntry> first(String wanted) {
        return numbers(wanted)
                .mapToObj(entries::get)
                .filter(entry -> has(entry, wanted))
                .findFirst();
    }

    /** The last entry with a text. */
    Optional<ArchiveEntry> last(String wanted) {
        int start = start(wanted);
        int end = end(wanted, start);
        return IntStream.rangeClosed(1, end - start)
                .mapToObj(back -> entries.get(number(end - back)))
                .filter(entry -> has(entry, wanted))
                .findFirst();
    }

    /** All entries with a text, in their order; each is read when it is asked for. */
    List<ArchiveEntry> all(String wanted) {
        int[] found = numbers(wanted).filter(i -> has(entries.get(i), wanted)).toArray();
        return new AbstractList<>() {
            @Override
            public ArchiveEntry get(int index) {
                return entries.get(found[index]);
            }

            @Override
            public int size() {
                return found.length;
            }
        };
    }

    private boolean has(ArchiveEntry entry, String wanted) {
        return text.apply(entry).equals(wanted);
    }

    private IntStream numbers(String wanted) {
        int start = start(wanted);
        return IntStream.range(start, end(wanted, start)).map(this::number);
    }

    private int number(int place) {
        return (int) (sorted[place] & NUMBERS);
    }

    private int start(String wanted) {
        int found = Arrays.binarySearch(sorted, key(wanted));
        return found < 0 ? -found - 1 : found;
    }

    private int end(String wanted, int start) {
        int found = Arrays.binarySearch(sorted, start, sorted.length, key(wanted) | NUMBERS);
        return found < 0 ? -found - 1 : found + 1;
    }
}
