package io.github.lambdabootstrap.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.lambdabootstrap.archive.ZipFixture;
import io.github.lambdabootstrap.elf.ElfFixture;
import io.github.lambdabootstrap.log.RecordedLines;
import io.github.lambdabootstrap.log.TextVerifyLog;
import io.github.lambdabootstrap.model.Architecture;
import io.github.lambdabootstrap.model.Glob;
import io.github.lambdabootstrap.model.RuntimeCatalog;
import io.github.lambdabootstrap.model.Workers;
import io.github.lambdabootstrap.rules.Expectation;
import io.github.lambdabootstrap.rules.Finding;
import io.github.lambdabootstrap.rules.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the user's words make of findings, layers and placeholders. */
class PolicyTest {

    private static final byte[] ELF = ElfFixture.x86_64().runtimeClient().bytes();

    @TempDir
    Path folder;

    @Test
    void a_rule_can_be_made_lighter_heavier_or_turned_off() throws IOException {
        ZipFixture closed = ZipFixture.zip().file("bootstrap", ELF).mode(0644);
        assertThat(judged(closed, DEFAULTS).passed()).isFalse();
        Verdict lighter = judged(closed, weights(Map.of("bootstrap-executable", Optional.of(Severity.WARNING))));
        assertThat(lighter.passed()).isTrue();
        assertThat(lighter.findings()).extracting(Finding::severity).containsExactly(Severity.WARNING);
        assertThat(judged(closed, weights(Map.of("bootstrap-executable", Optional.empty())))
                        .findings())
                .isEmpty();

        ZipFixture odd = ZipFixture.zip().file("bootstrap", ELF).file("a\\b", "x");
        assertThat(judged(odd, DEFAULTS).passed()).isTrue();
        assertThat(judged(odd, weights(Map.of("entry-names", Optional.of(Severity.ERROR))))
                        .passed())
                .isFalse();
    }

    @Test
    void warnings_fail_when_the_user_says_so() throws IOException {
        ZipFixture odd = ZipFixture.zip().file("bootstrap", ELF).file("a\\b", "x");
        Verdict verdict = judged(odd, new Policy(Map.of(), List.of(), Severity.WARNING));
        assertThat(verdict.passed()).isFalse();
        assertThat(verdict.verified()).isEmpty();
    }

    @Test
    void what_is_suppressed_counts_no_more_and_what_suppresses_nothing_is_told() throws IOException {
        Suppression names = suppression("entry-names", Optional.of(new Glob("ord*")), Optional.of(new Glob("a*")));
        Suppression otherEntry = suppression("entry-names", Optional.empty(), Optional.of(new Glob("b*")));
        Suppression otherArchive = suppression("entry-names", Optional.of(new Glob("audit")), Optional.empty());
        Policy policy = new Policy(Map.of(), List.of(otherEntry, otherArchive, names), Severity.WARNING);
        GateReport report = report(ZipFixture.zip().file("bootstrap", ELF).file("a\\b", "x"), policy, expectation());
        assertThat(report.passed()).isTrue();
        assertThat(report.suppressed()).isEqualTo(1);
        assertThat(report.unused(policy.suppressions())).containsExactly(otherEntry, otherArchive);
        assertThat(otherArchive.shown()).isEqualTo("rule 'entry-names' in archive 'audit'");
    }

    @Test
    void an_archive_is_called_by_its_name_or_the_end_of_its_path() {
        ArchiveRequest request = new ArchiveRequest("later", Path.of("/w/target/lambda/later.zip"), expectation());
        assertThat(List.of("later", "lat*", "later.zip", "target/lambda/later.zip", "/w/**", "target/**/*.zip"))
                .allMatch(pattern -> request.isCalled(new Glob(pattern)));
        assertThat(List.of("ater", "lambda", "target/*.zip")).noneMatch(pattern -> request.isCalled(new Glob(pattern)));
    }

    @Test
    void a_placeholder_is_judged_as_an_archive_alone_and_may_go_where_it_is_declared() throws IOException {
        Expectation later = expectation().with(List.of(), true);
        Verdict verdict = report(ZipFixture.zip().file("readme", "x"), DEFAULTS, later)
                .verdicts()
                .get(0);
        assertThat(verdict.passed()).isTrue();
        assertThat(verdict.verified()).isPresent();
        assertThat(report(ZipFixture.zip(), DEFAULTS, later).passed()).isFalse();
    }

    @Test
    void a_layer_that_is_read_may_have_the_bootstrap_and_one_that_is_not_may_have_anything() throws IOException {
        ZipFixture empty = ZipFixture.zip().file("readme", "x");
        Path layer = ZipFixture.zip().file("bootstrap", ELF).write(folder.resolve("layer.zip"));
        Path other = ZipFixture.zip().file("x", "x").write(folder.resolve("other.zip"));
        assertThat(withLayer(empty, layer.toString()).findings()).isEmpty();
        assertThat(withLayer(empty, other.toString()).passed()).isFalse();
        assertThat(withLayer(empty, "arn:aws:lambda:eu-west-1:1:layer:x:1").findings())
                .extracting(Finding::rule, Finding::severity)
                .containsExactly(tuple("bootstrap-present", Severity.INFO));
        assertThat(withLayer(empty, folder.resolve("none.zip").toString())
                        .findings()
                        .get(0)
                        .message())
                .isEqualTo("its layer 'none.zip' is a path where nothing is");
    }

    private static final Policy DEFAULTS = Policy.DEFAULT;

    private static Policy weights(Map<String, Optional<Severity>> severities) {
        return new Policy(severities, List.of(), Severity.ERROR);
    }

    private static Suppression suppression(String rule, Optional<Glob> archive, Optional<Glob> entry) {
        return new Suppression(rule, archive, entry, "known");
    }

    private Verdict withLayer(ZipFixture zip, String layer) throws IOException {
        return report(zip, DEFAULTS, expectation().with(List.of(layer), false))
                .verdicts()
                .get(0);
    }

    private Verdict judged(ZipFixture zip, Policy policy) throws IOException {
        return report(zip, policy, expectation()).verdicts().get(0);
    }

    private GateReport report(ZipFixture zip, Policy policy, Expectation expectation) throws IOException {
        Path file = zip.write(folder.resolve("orders.zip"));
        Clock clock = Clock.fixed(Instant.parse("2026-06-01T00:00:00Z"), ZoneOffset.UTC);
        return new Gate(policy, new Workers(1), new TextVerifyLog(new RecordedLines()), clock)
                .judge(List.of(new ArchiveRequest("orders", file, expectation)), List.of());
    }

    private static Expectation expectation() {
        return Expectation.of(
                RuntimeCatalog.builtIn().find("provided.al2023").orElseThrow(), Optional.of(Architecture.X86_64));
    }
}
