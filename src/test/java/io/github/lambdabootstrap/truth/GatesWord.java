package io.github.lambdabootstrap.truth;

import io.github.lambdabootstrap.gate.ArchiveRequest;
import io.github.lambdabootstrap.gate.Gate;
import io.github.lambdabootstrap.gate.Policy;
import io.github.lambdabootstrap.log.Pace;
import io.github.lambdabootstrap.log.VerifyLog;
import io.github.lambdabootstrap.model.Architecture;
import io.github.lambdabootstrap.model.LambdaRuntime;
import io.github.lambdabootstrap.model.RuntimeCatalog;
import io.github.lambdabootstrap.model.Workers;
import io.github.lambdabootstrap.rules.Expectation;
import io.github.lambdabootstrap.rules.Finding;
import io.github.lambdabootstrap.rules.Severity;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the gate says of an archive for x86_64. */
record GatesWord(List<Finding> findings) {

    /** A day on which AWS carries every runtime of the table, so that no age is found. */
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

    static GatesWord of(Path archive, TruthCase row, List<Path> layers) {
        LambdaRuntime target = RuntimeCatalog.builtIn().find(row.runtime()).orElseThrow();
        Expectation expectation = new Expectation(
                target,
                Optional.of(Architecture.X86_64),
                layers.stream().map(Path::toString).toList(),
                row.listed() ? List.of(row.handler()) : List.of(),
                row.isPlaceholder());
        ArchiveRequest request = new ArchiveRequest(ArchiveRequest.nameOf(archive), archive, expectation);
        Gate gate = new Gate(Policy.DEFAULT, new Workers(1), new Silence(), CLOCK);
        return new GatesWord(
                gate.judge(List.of(request), List.of()).verdicts().get(0).findings());
    }

    /** The rules that have a finding of that weight. */
    Set<String> rules(Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .map(Finding::rule)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static final class Silence implements VerifyLog {
        @Override
        public void progress(int done, int total) {}

        @Override
        public Duration pace() {
            return Pace.OF_A_LOG;
        }

        @Override
        public void progressOver() {}

        @Override
        public void unused(String what) {}

        @Override
        public void nothingToVerify() {}
    }
}
