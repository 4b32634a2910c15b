package io.github.lambdabootstrap.mojo;

import io.github.lambdabootstrap.archive.ArchivePlan;
import io.github.lambdabootstrap.archive.ArchiveState;
import io.github.lambdabootstrap.model.FunctionName;
import io.github.lambdabootstrap.model.PackagedArchive;
import io.github.lambdabootstrap.report.ArchivesInventory;
import io.github.lambdabootstrap.report.ArchivesInventory.Entry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * One execution's view of a module's inventory of archives: its own lines change, those of other executions stay.
 *
 * @param inventory where it is kept
 * @param entries what it said before this run
 * @param execution the id of this execution
 * @param others the ids of the other executions of the goal that the module still has
 */
record ArchiveLedger(ArchivesInventory inventory, List<Entry> entries, String execution, Set<String> others) {

    ArchiveLedger {
        entries = List.copyOf(entries);
        others = Set.copyOf(others);
    }

    static ArchiveLedger read(ArchivesInventory inventory, String execution, Set<String> others) {
        return new ArchiveLedger(inventory, inventory.earlier(), execution, others);
    }

    /** What every execution left behind, by file. */
    Map<Path, ArchiveState> earlier() {
        return entries.stream()
                .collect(Collectors.toMap(
                        entry -> entry.archive().file(),
                        entry -> new ArchiveState(entry.archive(), entry.fingerprint()),
                        (one, other) -> other));
    }

    /** What this execution, or one that the module has no more, left behind and nobody plans again. */
    List<PackagedArchive> unplanned(List<ArchivePlan> plans) {
        Set<Path> planned = plans.stream().map(ArchivePlan::file).collect(Collectors.toSet());
        return entries.stream()
                .filter(Predicate.not(this::isOfOthers))
                .map(Entry::archive)
                .filter(archive -> !planned.contains(archive.file()))
                .toList();
    }

    /**
     * Keeps what this execution has made.
     *
     * @param placeholders the functions whose real code comes later; an archive of them alone is a placeholder
     */
    void write(List<ArchiveState> states, Set<FunctionName> placeholders) {
        List<Entry> all = new ArrayList<>();
        for (ArchiveState state : states) {
            boolean later = placeholders.containsAll(state.archive().functions());
            all.add(new Entry(state.archive().withPlaceholder(later), state.fingerprint(), execution));
        }
        Set<Path> written = states.stream().map(state -> state.archive().file()).collect(Collectors.toSet());
        entries.stream()
                .filter(this::isOfOthers)
                .filter(entry -> !written.contains(entry.archive().file()))
                .forEach(all::add);
        inventory.write(all);
    }

    private boolean isOfOthers(Entry entry) {
        return others.contains(entry.execution());
    }
}
