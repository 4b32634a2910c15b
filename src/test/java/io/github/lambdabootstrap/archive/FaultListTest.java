package io.github.lambdabootstrap.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdabootstrap.archive.EntryFault.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A long list of faults keeps one of each entry, and never an uncertain one for a certain one. */
class FaultListTest {

    private static final int DETAILED = 1000;

    private final List<ArchiveEntry> entries = EntryIndexTest.entries(2 * DETAILED, i -> "entry" + i);
    private final FaultList faults = new FaultList(entries);

    @Test
    void a_certain_fault_stands_for_an_entry_that_has_uncertain_ones_too() {
        for (ArchiveEntry entry : entries) {
            found(entry, Kind.HEADERS_DISPUTED);
        }
        found(last(), Kind.CRC_DIFFERS);
        found(last(), Kind.OVERLAP);
        found(last(), Kind.HEADERS_DISPUTED);

        assertThat(faults).hasSize(2 * DETAILED);
        assertThat(faults.get(2 * DETAILED - 1).kind()).isEqualTo(Kind.CRC_DIFFERS);
        assertThat(faults.get(2 * DETAILED - 2).kind()).isEqualTo(Kind.HEADERS_DISPUTED);
    }

    @Test
    void an_entry_whose_uncertain_fault_is_the_last_in_detail_still_gets_its_certain_one() {
        entries.subList(0, DETAILED).forEach(entry -> found(entry, Kind.HEADERS_DISPUTED));
        found(entries.get(DETAILED - 1), Kind.CRC_DIFFERS);

        assertThat(faults).hasSize(DETAILED + 1);
        assertThat(faults.get(DETAILED).kind()).isEqualTo(Kind.CRC_DIFFERS);
        assertThat(faults.get(DETAILED).entry()).isEqualTo(entries.get(DETAILED - 1));
    }

    private ArchiveEntry last() {
        return entries.get(entries.size() - 1);
    }

    private void found(ArchiveEntry entry, Kind kind) {
        faults.found(new EntryFault(entry, kind, "seen"));
    }
}
