package io.github.lambdabootstrap.gate;

import io.github.lambdabootstrap.rules.Severity;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the gate says of everything that it was asked about, at once.
 *
 * @param verdicts in the order of the requests
 * @param problems places that were asked for and hold no archive
 * @param templates in the order of their paths
 * @param took wall time
 */
public record GateReport(
        List<Verdict> verdicts, List<PathProblem> problems, List<TemplateVerdict> templates, Duration took) {

    public GateReport {
        verdicts = List.copyOf(verdicts);
        problems = List.copyOf(problems);
        templates = List.copyOf(templates);
    }

    /** Without templates. */
    public GateReport(List<Verdict> verdicts, List<PathProblem> problems, Duration took) {
        this(verdicts, problems, List.of(), took);
    }

    /** The same with templates, which took some time more. */
    GateReport with(List<TemplateVerdict> judged, Duration more) {
        return new GateReport(verdicts, problems, judged, took.plus(more));
    }

    /** Whether every archive and template passed and every place was found. */
    public boolean passed() {
        return problems.isEmpty()
                && verdicts.stream().allMatch(Verdict::passed)
                && templates.stream().allMatch(TemplateVerdict::passed);
    }

    public long count(Severity severity) {
        return Stream.concat(
                        verdicts.stream().map(Verdict::findings),
                        templates.stream().map(TemplateVerdict::findings))
                .flatMap(List::stream)
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    /** How many archives were not judged for a bootstrap. */
    public long placeholders() {
        return verdicts.stream()
                .filter(verdict -> verdict.request().expectation().placeholder())
                .count();
    }

    /** How many findings the configuration accepts, those of long lists included that are not kept. */
    public int suppressed() {
        return accepted().mapToInt(SuppressedFinding::times).sum();
    }

    /** Those of these suppressions that no finding needed. */
    public List<Suppression> unused(List<Suppression> suppressions) {
        Set<Suppression> used = accepted().map(SuppressedFinding::by).collect(Collectors.toSet());
        return suppressions.stream().filter(one -> !used.contains(one)).toList();
    }

    private Stream<SuppressedFinding> accepted() {
        return Stream.concat(
                        verdicts.stream().map(Verdict::suppressed),
                        templates.stream().map(TemplateVerdict::suppressed))
                .flatMap(List::stream);
    }

    public List<Verdict> failed() {
        return verdicts.stream().filter(verdict -> !verdict.passed()).toList();
    }

    public List<TemplateVerdict> failedTemplates() {
        return templates.stream().filter(verdict -> !verdict.passed()).toList();
    }
}
