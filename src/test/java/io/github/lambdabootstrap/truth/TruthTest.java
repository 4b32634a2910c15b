package io.github.lambdabootstrap.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdabootstrap.rules.Severity;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares what the gate says of an archive with what happens when the archive is started as Lambda starts it. */
@Tag("truth")
@TestInstance(Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
class TruthTest {

    private final Map<String, Path> made = new ConcurrentHashMap<>();

    static Stream<TruthCase> table() {
        return TruthTable.all().stream();
    }

    @ParameterizedTest
    @MethodSource("table")
    void the_independent_judge_sees_the_outcome(TruthCase row) {
        Judgement judgement = judged(Judge.independent(), row);
        assertThat(judgement.outcome()).as(judgement.message()).isEqualTo(row.outcome());
    }

    @ParameterizedTest
    @MethodSource("table")
    void the_emulator_sees_the_same_outcome(TruthCase row) {
        Judgement judgement = judged(Judge.emulator(), row);
        assertThat(judgement.outcome()).as(judgement.message()).isEqualTo(row.outcome());
    }

    @ParameterizedTest
    @MethodSource("table")
    void the_gate_says_what_the_table_says(TruthCase row) {
        GatesWord word = GatesWord.of(archive(row), row, layers(row));
        assertThat(word.rules(Severity.ERROR)).as(word.toString()).isEqualTo(row.errors());
        if (row.errors().isEmpty()) {
            assertThat(word.rules(Severity.WARNING)).as(word.toString()).isEqualTo(row.warnings());
        }
    }

    /** On a busy machine a program, or the emulator itself, may be too slow; the judge then hears it again, patiently. */
    private Judgement judged(Judge judge, TruthCase row) {
        Judgement first = judge.judge(archive(row), row, layers(row));
        return first.outcome() == row.outcome() ? first : judge.patient().judge(archive(row), row, layers(row));
    }

    private Path archive(TruthCase row) {
        return make(row.slug() + ".zip", row.archive());
    }

    private List<Path> layers(TruthCase row) {
        return IntStream.range(0, row.layers().size())
                .mapToObj(i ->
                        make(row.slug() + ".layer" + i + ".zip", row.layers().get(i)))
                .toList();
    }

    /** Once for all tests, and anew in each run. */
    private Path make(String name, Supplier<byte[]> content) {
        return made.computeIfAbsent(name, n -> {
            Path file = Tool.WORKSHOP.resolve("archives").resolve(n);
            Programs.write(file, content.get());
            return file;
        });
    }
}
