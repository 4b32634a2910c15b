package io.github.lambdabootstrap.rules;

import io.github.lambdabootstrap.archive.ZipFixture;
import io.github.lambdabootstrap.elf.ElfFixture;
import io.github.lambdabootstrap.gate.ArchiveRequest;
import io.github.lambdabootstrap.gate.Gate;
import io.github.lambdabootstrap.gate.Policy;
import io.github.lambdabootstrap.gate.Verdict;
import io.github.lambdabootstrap.log.Pace;
import io.github.lambdabootstrap.log.VerifyLog;
import io.github.lambdabootstrap.model.Architecture;
import io.github.lambdabootstrap.model.LambdaRuntime;
import io.github.lambdabootstrap.model.RuntimeCatalog;
import io.github.lambdabootstrap.model.Workers;
import io.github.lambdabootstrap.shim.Shim;
import io.github.lambdabootstrap.shim.ShimForm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

/** Judges zips as the goal does, and keeps what one rule says. */
public abstract class RuleTestCase {

    /** A day on which no runtime that can be chosen has ended. */
    private static final Instant DAY = Instant.parse("2026-06-01T00:00:00Z");

    @TempDir
    protected Path folder;

    private final String rule;
    private LambdaRuntime runtime = known("provided.al2023");
    private Optional<Architecture> architecture = Optional.of(Architecture.X86_64);
    private Instant day = DAY;
    private List<String> handlers = List.of();
    private final List<String> layers = new ArrayList<>();

    protected RuleTestCase(String rule) {
        this.rule = rule;
    }

    protected static ZipFixture zip() {
        return ZipFixture.zip();
    }

    /** A function that Lambda would start. */
    protected static ElfFixture function() {
        return ElfFixture.x86_64().staticExecutable().runtimeClient();
    }

    /** A zip that is right with this bootstrap. */
    protected static ZipFixture bootstrap(ElfFixture executable) {
        return zip().file("bootstrap", executable.bytes());
    }

    protected static ZipFixture bootstrap(String script) {
        return zip().file("bootstrap", script);
    }

    protected void on(String runtimeId) {
        runtime = known(runtimeId);
    }

    protected void on(LambdaRuntime other) {
        runtime = other;
    }

    private static LambdaRuntime known(String runtimeId) {
        return RuntimeCatalog.builtIn().find(runtimeId).orElseThrow();
    }

    protected void on(Architecture wanted) {
        architecture = Optional.of(wanted);
    }

    protected void onAnyArchitecture() {
        architecture = Optional.empty();
    }

    /** What somebody says that the archive answers to. */
    protected void handlers(String... listed) {
        handlers = List.of(listed);
    }

    /** A layer whose content is known. */
    protected void beside(ZipFixture layer) {
        try {
            layers.add(layer.write(folder.resolve("layer" + layers.size() + ".zip"))
                    .toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An ARN, or a path. */
    protected void beside(String layer) {
        layers.add(layer);
    }

    /** A bundle that dispatches by our native shim. */
    protected static ZipFixture bundle() {
        return zip().file("bootstrap", new Shim(ShimForm.NATIVE, Architecture.X86_64).bytes());
    }

    protected void at(String instant) {
        day = Instant.parse(instant);
    }

    /** What the rule says, one text for each finding: weight, entry, message and fix. */
    protected List<String> found(ZipFixture zip) {
        try {
            return found(zip.write(folder.resolve("orders.zip")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    protected List<String> found(Path file) {
        return judged(file).findings().stream()
                .filter(finding -> finding.rule().equals(rule))
                .map(RuleTestCase::text)
                .toList();
    }

    protected Verdict judged(Path file) {
        Expectation expectation = new Expectation(runtime, architecture, layers, handlers, false);
        return new Gate(Policy.DEFAULT, new Workers(1), new Silent(), Clock.fixed(day, ZoneOffset.UTC))
                .judge(List.of(new ArchiveRequest("orders", file, expectation)), List.of())
                .verdicts()
                .get(0);
    }

    protected static String text(Finding finding) {
        String entry = finding.entry().isEmpty() ? "" : " [" + finding.entry() + "]";
        return finding.severity().id() + entry + " " + finding.message() + " | fix: " + finding.fix();
    }

    private static final class Silent implements VerifyLog {
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
