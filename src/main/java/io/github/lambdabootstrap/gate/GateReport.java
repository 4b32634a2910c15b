package io.github.lambdabootstrap.gate;

import io.github.lambdabootstrap.rules.Severity;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the gate says of everything that it was asked about, at once.
 *
 * @param verdicts in the order of the requests
 * @param problems places that were asked for and hold no archive
 * @param took wall time
 */
public record GateReport(List<Verdict> verdicts, List<PathProblem> problems, Duration took) {

    public GateReport {
        verdicts = List.copyOf(verdicts);
        problems = List.copyOf(problems);
    }

    /** Whether every archive passed and every place was found. */
    public boolean passed() {
        return problems.isEmpty() && verdicts.stream().allMatch(Verdict::passed);
    }

    public long count(Severity severity) {
        return verdicts.stream().mapToLong(verdict -> verdict.count(severity)).sum();
    }

    /** How many archives were not judged for a bootstrap. */
    public long placeholders() {
        return verdicts.stream()
                .filter(verdict -> verdict.request().expectation().placeholder())
                .count();
    }

    /** How many findings the configuration accepts, those of long lists included that are not kept. */
    public int suppressed() {
        return verdicts.stream()
                .flatMap(verdict -> verdict.suppressed().stream())
                .mapToInt(SuppressedFinding::times)
                .sum();
    }

    /** Those of these suppressions that no finding needed. */
    public List<Suppression> unused(List<Suppression> suppressions) {
        Set<Suppression> used = verdicts.stream()
                .flatMap(verdict -> verdict.suppressed().stream())
                .map(SuppressedFinding::by)
                .collect(Collectors.toSet());
        return suppressions.stream().filter(one -> !used.contains(one)).toList();
    }

    public List<Verdict> failed() {
        return verdicts.stream().filter(verdict -> !verdict.passed()).toList();
    }
}
