package io.github.lambdabootstrap.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.lambdabootstrap.model.Glob;
import io.github.lambdabootstrap.model.RuntimeCatalog;
import io.github.lambdabootstrap.rules.Expectation;
import io.github.lambdabootstrap.rules.Finding;
import io.github.lambdabootstrap.rules.Severity;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JudgementTest {

    private static final ArchiveRequest REQUEST = new ArchiveRequest(
            "orders",
            Path.of("orders.zip").toAbsolutePath(),
            Expectation.of(RuntimeCatalog.builtIn().find("provided.al2023").orElseThrow(), Optional.empty()));
    private static final Suppression VENDOR =
            new Suppression("entry-names", Optional.empty(), Optional.of(new Glob("vendor/*")), "not ours");

    private final Judgement judgement = new Judgement(Policy.DEFAULT, REQUEST::isCalled);

    @Test
    void up_to_twenty_findings_of_a_rule_are_told_one_by_one() {
        add(20, "entry-names", Severity.WARNING);
        assertThat(judgement.findings())
                .extracting(Finding::entry)
                .hasSize(20)
                .startsWith("e0")
                .endsWith("e19");
    }

    @Test
    void of_more_the_first_twenty_are_told_and_the_rest_is_counted() {
        add(21, "entry-names", Severity.WARNING);
        assertThat(judgement.findings()).hasSize(21).last().isEqualTo(rest("1 more finding of this rule is"));

        add(100_000, "entry-names", Severity.WARNING);
        assertThat(judgement.findings()).hasSize(21).last().isEqualTo(rest("100001 more findings of this rule are"));
        assertThat(judgement.passed()).isTrue();
    }

    @Test
    void a_heavy_finding_is_never_one_of_the_rest() {
        add(100, "entry-names", Severity.WARNING);
        add(1, "archive-size", Severity.WARNING);
        add(1, "entry-names", Severity.ERROR);
        assertThat(judgement.passed()).isFalse();
        assertThat(judgement.findings())
                .hasSize(23)
                .extracting(Finding::rule, Finding::severity)
                .startsWith(tuple("entry-names", Severity.ERROR), tuple("entry-names", Severity.WARNING))
                .endsWith(tuple("entry-names", Severity.WARNING), tuple("archive-size", Severity.WARNING));
    }

    @Test
    void a_weight_of_the_users_counts_before_the_list_is_cut() {
        Judgement heavier = new Judgement(
                new Policy(Map.of("entry-names", Optional.of(Severity.ERROR)), List.of(), Severity.ERROR),
                REQUEST::isCalled);
        heavier.add(finding("entry-names", Severity.WARNING, "a"));
        heavier.add(finding("entry-names", Severity.INFO, "b"));
        assertThat(heavier.findings()).extracting(Finding::severity).containsExactly(Severity.ERROR, Severity.ERROR);
        assertThat(heavier.passed()).isFalse();
    }

    @Test
    void what_is_suppressed_does_not_fill_the_list_and_all_of_it_is_counted() {
        Judgement suppressing = new Judgement(new Policy(Map.of(), List.of(VENDOR), Severity.ERROR), REQUEST::isCalled);
        IntStream.range(0, 50).forEach(i -> suppressing.add(finding("entry-names", Severity.WARNING, "vendor/" + i)));
        suppressing.add(finding("entry-names", Severity.WARNING, "ours"));

        assertThat(suppressing.findings()).extracting(Finding::entry).containsExactly("ours");
        assertThat(suppressing.suppressed())
                .hasSize(20)
                .allMatch(one -> one.by().equals(VENDOR));
        assertThat(suppressing.suppressed().stream()
                        .mapToInt(SuppressedFinding::times)
                        .sum())
                .isEqualTo(50);
        assertThat(suppressing.suppressed().get(19).times()).isEqualTo(31);
    }

    private void add(int count, String rule, Severity severity) {
        IntStream.range(0, count).forEach(i -> judgement.add(finding(rule, severity, "e" + i)));
    }

    private static Finding finding(String rule, Severity severity, String entry) {
        return new Finding(rule, severity, entry, "it is wrong", "correct it");
    }

    private static Finding rest(String what) {
        return new Finding(
                "entry-names",
                Severity.WARNING,
                "",
                what + " not listed",
                "correct what all of them have in common, most often the tool that wrote the zip");
    }
}
