package io.github.lambdabootstrap.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Looks at the table without starting anything. */
class TruthTableTest {

    private final List<TruthCase> table = TruthTable.all();

    @Test
    void the_table_has_at_least_ninety_archives() {
        assertThat(table).hasSizeGreaterThanOrEqualTo(90);
    }

    @Test
    void every_archive_has_a_file_name_of_its_own() {
        assertThat(table.stream().map(TruthCase::slug)).doesNotHaveDuplicates();
    }

    @Test
    void no_archive_that_asks_for_work_fails_and_none_that_surely_cannot_passes() {
        assertThat(table).allMatch(TruthCase::agrees);
    }
}
