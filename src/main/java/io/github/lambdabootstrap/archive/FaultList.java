package io.github.lambdabootstrap.archive;

import io.github.lambdabootstrap.archive.EntryFault.Kind;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Faults in the order in which they were found. Of the first thousand all is kept, of each other entry one fault
 * without its detail, a certain one if it has any: archives in which everything is wrong must not fill the memory.
 */
final class FaultList extends AbstractList<EntryFault> {

    private static final int DETAILED = 1000;

    private final List<ArchiveEntry> entries;
    private final List<EntryFault> detailed = new ArrayList<>();
    private final List<Kind> kindsOfOthers = new ArrayList<>();
    private int[] others = new int[16];
    private int last = -1;

    FaultList(List<ArchiveEntry> entries) {
        this.entries = entries;
    }

    /** Adds a fault; those of one entry come one after the other. */
    void found(EntryFault fault) {
        int number = fault.entry().index();
        if (detailed.size() < DETAILED) {
            detailed.add(fault);
        } else if (number != last) {
            addOther(number, fault.kind());
        } else if (fault.isCertain()) {
            makeCertain(number, fault.kind());
        }
        last = number;
    }

    /** What readers agree about must not stay behind what they do not agree about. */
    private void makeCertain(int number, Kind kind) {
        int end = kindsOfOthers.size() - 1;
        if (end < 0 || others[end] != number) {
            addOther(number, kind);
        } else if (!kindsOfOthers.get(end).isCertain()) {
            kindsOfOthers.set(end, kind);
        }
    }

    private void addOther(int number, Kind kind) {
        int count = kindsOfOthers.size();
        if (count == others.length) {
            others = Arrays.copyOf(others, 2 * count);
        }
        others[count] = number;
        kindsOfOthers.add(kind);
    }

    @Override
    public EntryFault get(int index) {
        if (index < detailed.size()) {
            return detailed.get(index);
        }
        int other = index - detailed.size();
        Kind kind = kindsOfOthers.get(other);
        return new EntryFault(entries.get(others[other]), kind, "as in the faults before it");
    }

    @Override
    public int size() {
        return detailed.size() + kindsOfOthers.size();
    }
}
