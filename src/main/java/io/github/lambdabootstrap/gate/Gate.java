package io.github.lambdabootstrap.gate;

import io.github.lambdabootstrap.archive.ArchiveFile;
import io.github.lambdabootstrap.archive.LambdaArchive;
import io.github.lambdabootstrap.archive.UnreadableArchive;
import io.github.lambdabootstrap.elf.GoBuildInfo;
import io.github.lambdabootstrap.log.VerifyLog;
import io.github.lambdabootstrap.model.ByteSize;
import io.github.lambdabootstrap.model.Sha256;
import io.github.lambdabootstrap.model.Template;
import io.github.lambdabootstrap.model.Workers;
import io.github.lambdabootstrap.rules.ArchiveReadableRule;
import io.github.lambdabootstrap.rules.ArchiveUnderTest;
import io.github.lambdabootstrap.rules.RuleRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Judges archives: reads each once, asks every rule, and makes the proofs for those that pass. */
public final class Gate {

    private final ArchiveReadableRule readable = new ArchiveReadableRule();
    private final RuleRegistry registry;
    private final Policy policy;
    private final Workers workers;
    private final VerifyLog log;
    private final Clock clock;

    /**
     * A gate with a policy.
     *
     * @param clock tells the day to judge by, how long it took, and when to say how far it is
     */
    public Gate(Policy policy, Workers workers, VerifyLog log, Clock clock) {
        this.registry = RuleRegistry.on(LocalDate.now(clock), policy.off());
        this.policy = policy;
        this.workers = workers;
        this.log = log;
        this.clock = clock;
    }

    /** Judges all archives, on all cores; bad files end in findings and never in an exception. */
    public GateReport judge(List<ArchiveRequest> requests, List<PathProblem> problems) {
        Instant start = clock.instant();
        Progress progress = new Progress(requests.size(), log, clock);
        List<Verdict> verdicts = workers.map(requests, request -> {
            Verdict verdict = judge(request);
            progress.oneMore();
            return verdict;
        });
        return new GateReport(verdicts, problems, Duration.between(start, clock.instant()));
    }

    /**
     * Judges templates against the archives that were judged.
     *
     * @param report of those
     * @param judged what is known of the build that packaged them
     */
    public GateReport judge(GateReport report, List<Template> templates, TemplateContext judged) {
        Instant start = clock.instant();
        TemplateJudge judge = new TemplateJudge(report.verdicts(), judged, registry, policy);
        List<TemplateVerdict> verdicts = workers.map(templates, judge::judge);
        return report.with(verdicts, Duration.between(start, clock.instant()));
    }

    private Verdict judge(ArchiveRequest request) {
        try (ArchiveFile file = LambdaArchive.open(request.path());
                LayerFiles layers = LayerFiles.open(request.expectation().layers())) {
            return file instanceof LambdaArchive archive
                    ? judge(request, Examination.of(archive, request.expectation(), layers.layers()), layers)
                    : unreadable(request, (UnreadableArchive) file);
        } catch (UncheckedIOException e) {
            return unreadable(request, unreadable(request.path(), e.getCause()));
        } catch (IOException e) {
            return unreadable(request, unreadable(request.path(), e));
        }
    }

    private Verdict judge(ArchiveRequest request, ArchiveUnderTest archive, LayerFiles layers) throws IOException {
        Judgement judgement = new Judgement(policy, request::isCalled);
        layers.unreadable().stream().map(readable::unreadableLayer).forEach(judgement::add);
        registry.rules().forEach(rule -> rule.findings(archive).forEach(judgement::add));
        LayerBootstrap.findings(archive, registry).forEach(judgement::add);
        // of a file that changes, no digest is that of the file
        Optional<Sha256> sha256 = Optional.of(archive.integrity().sha256())
                .filter(digest -> !archive.archive().hasChanged());
        ByteSize size = new ByteSize(archive.archive().size());
        return new Verdict(
                request,
                sha256,
                size,
                new ByteSize(archive.archive().unzippedSize()),
                archive.entrypoint().map(EntrypointFacts::of),
                DispatchFacts.of(archive),
                goVersion(archive),
                judgement.findings(),
                judgement.suppressed(),
                judgement.passed(),
                sha256.filter(digest -> judgement.passed())
                        .map(digest -> new VerifiedArchive(request.path(), digest, size)));
    }

    private static UnreadableArchive unreadable(Path path, IOException e) {
        return new UnreadableArchive(path, UnreadableArchive.Kind.UNREADABLE, String.valueOf(e.getMessage()));
    }

    // a bundle's bootstrap is no Go program, and what it starts is
    private static Optional<String> goVersion(ArchiveUnderTest archive) {
        List<String> versions = archive.programs().stream()
                .flatMap(program -> program.goBuildInfo().stream())
                .map(GoBuildInfo::goVersion)
                .distinct()
                .toList();
        return versions.size() == 1 ? Optional.of(versions.get(0)) : Optional.empty();
    }

    private Verdict unreadable(ArchiveRequest request, UnreadableArchive file) {
        Judgement judgement = new Judgement(policy, request::isCalled);
        judgement.add(readable.unreadable(file));
        ByteSize none = new ByteSize(0);
        return new Verdict(
                request,
                Optional.empty(),
                none,
                none,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                judgement.findings(),
                judgement.suppressed(),
                judgement.passed(),
                Optional.empty());
    }
}
