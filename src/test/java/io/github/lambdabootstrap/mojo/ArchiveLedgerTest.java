package io.github.lambdabootstrap.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.lambdabootstrap.archive.ArchiveState;
import io.github.lambdabootstrap.model.Architecture;
import io.github.lambdabootstrap.model.ByteSize;
import io.github.lambdabootstrap.model.FunctionName;
import io.github.lambdabootstrap.model.PackagedArchive;
import io.github.lambdabootstrap.model.RuntimeCatalog;
import io.github.lambdabootstrap.model.Sha256;
import io.github.lambdabootstrap.report.ArchivesInventory;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveLedgerTest {

    private static final Set<FunctionName> NONE = Set.of();

    @TempDir
    Path folder;

    @Test
    void an_execution_replaces_its_own_lines_and_leaves_those_of_another() {
        ledger("one", Set.of("two")).write(states("a", "b"), NONE);
        ledger("two", Set.of("one")).write(states("c"), NONE);
        ledger("one", Set.of("two")).write(states("b"), NONE);

        assertThat(ledger("one", Set.of("two")).earlier().keySet())
                .containsExactlyInAnyOrder(folder.resolve("b.zip"), folder.resolve("c.zip"));
    }

    @Test
    void what_an_execution_does_not_plan_again_is_its_own_and_not_that_of_another() {
        ledger("one", Set.of("two")).write(states("a"), NONE);
        ledger("two", Set.of("one")).write(states("b"), NONE);

        assertThat(ledger("one", Set.of("two")).unplanned(List.of()))
                .extracting(PackagedArchive::name)
                .containsExactly("a");
    }

    @Test
    void what_an_execution_made_that_the_pom_has_no_more_is_anybodys() {
        ledger("gone", Set.of("one")).write(states("a"), NONE);

        assertThat(ledger("one", Set.of()).unplanned(List.of()))
                .extracting(PackagedArchive::name)
                .containsExactly("a");
    }

    @Test
    void an_archive_that_moves_from_one_execution_to_another_has_one_line() {
        ledger("one", Set.of("two")).write(states("a"), NONE);
        ledger("two", Set.of("one")).write(states("a"), NONE);

        assertThat(ledger("one", Set.of("two")).entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.execution()).isEqualTo("two"));
    }

    @Test
    void an_archive_of_placeholders_alone_is_a_placeholder_and_no_more_when_the_pom_says_so_no_more() {
        ArchiveLedger ledger = ledger("one", Set.of());
        ledger.write(states("later", "now"), Set.of(new FunctionName("later"), new FunctionName("other")));

        assertThat(ledger("one", Set.of()).entries())
                .extracting(
                        entry -> entry.archive().name(),
                        entry -> entry.archive().placeholder())
                .containsExactly(tuple("later", true), tuple("now", false));

        List<ArchiveState> untouched =
                List.copyOf(ledger("one", Set.of()).earlier().values());
        ledger.write(untouched, NONE);
        assertThat(ledger("one", Set.of()).entries())
                .noneMatch(entry -> entry.archive().placeholder());
    }

    private ArchiveLedger ledger(String execution, Set<String> others) {
        return ArchiveLedger.read(new ArchivesInventory(folder, RuntimeCatalog.builtIn()), execution, others);
    }

    private List<ArchiveState> states(String... names) {
        return Stream.of(names)
                .map(name -> new ArchiveState(
                        new PackagedArchive(
                                name,
                                List.of(new FunctionName(name)),
                                folder.resolve(name + ".zip"),
                                Sha256.of(new byte[0]),
                                new ByteSize(1),
                                new ByteSize(1),
                                RuntimeCatalog.builtIn().find("provided.al2023").orElseThrow(),
                                Architecture.X86_64,
                                List.of(),
                                List.of(),
                                false),
                        Sha256.of(new byte[1])))
                .toList();
    }
}
