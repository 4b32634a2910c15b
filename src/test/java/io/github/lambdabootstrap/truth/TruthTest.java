package io.github.lambdabootstrap.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares what the gate says of an archive with what happens when the archive is started as Lambda starts it. */
@Tag("truth")
class TruthTest {

    static Stream<TruthCase> table() {
        return TruthTable.all().stream();
    }

    @Test
    void the_table_is_long_enough_and_names_are_unique() {
        assertThat(TruthTable.all()).hasSizeGreaterThanOrEqualTo(60);
        assertThat(table().map(TruthCase::slug)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("table")
    void the_table_itself_lets_gate_and_judge_agree(TruthCase row) {
        assertThat(row.agrees())
                .as("outcome %s, errors %s", row.outcome(), row.errors())
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("table")
    void the_independent_judge_sees_the_outcome(TruthCase row) {
        Judgement judgement = Judge.independent().judge(archive(row), row.runtime(), layers(row));
        assertThat(judgement.outcome()).as(judgement.message()).isEqualTo(row.outcome());
    }

    private static Path archive(TruthCase row) {
        Path archive = Tool.WORKSHOP.resolve("archives/" + row.slug() + ".zip");
        if (!Files.exists(archive)) {
            Programs.write(archive, row.archive().get());
        }
        return archive;
    }

    private static List<Path> layers(TruthCase row) {
        return IntStream.range(0, row.layers().size())
                .mapToObj(i -> {
                    Path layer = Tool.WORKSHOP.resolve("archives/" + row.slug() + ".layer" + i + ".zip");
                    Programs.write(layer, row.layers().get(i).get());
                    return layer;
                })
                .toList();
    }
}
