package io.github.lambdabootstrap.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.lambdabootstrap.Bounds;
import io.github.lambdabootstrap.archive.ZipFixture;
import io.github.lambdabootstrap.archive.ZipSeeds;
import io.github.lambdabootstrap.elf.ElfFixture;
import io.github.lambdabootstrap.elf.GoBuildInfoFixture;
import io.github.lambdabootstrap.log.RecordedLines;
import io.github.lambdabootstrap.log.TextVerifyLog;
import io.github.lambdabootstrap.model.Architecture;
import io.github.lambdabootstrap.model.RuntimeCatalog;
import io.github.lambdabootstrap.model.Workers;
import io.github.lambdabootstrap.report.ConsoleReport;
import io.github.lambdabootstrap.report.ReportSubject;
import io.github.lambdabootstrap.report.VerifyReports;
import io.github.lambdabootstrap.rules.Expectation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Judges archives that no test thought of, with every rule, up to the reports; {@code docs/proof.md} says how to let it
 * search.
 */
@Tag("fuzz")
class GateFuzzTest {

    @TempDir
    static Path folder;

    /** The fuzzer instruments each class when it is loaded, in the thread and from the memory of whoever needs it. */
    @BeforeAll
    static void load_all_classes() throws IOException {
        for (byte[] zip : zips().toList()) {
            judge(zip, Clock.systemUTC());
        }
    }

    static Stream<byte[]> zips() {
        return Stream.concat(ZipSeeds.all(), entrypoints().map(GateFuzzTest::zipped));
    }

    static Stream<byte[]> entrypoints() {
        ElfFixture library =
                ElfFixture.x86_64().needs("libc.so.6").needs("../x").rpath("$ORIGIN");
        return Stream.of(
                ElfFixture.x86_64()
                        .dynamicExecutable("2.34")
                        .weakVersion("libc.so.6", "GLIBC_2.38")
                        .needs("liborders.so")
                        .x86IsaNeeded(7)
                        .goBuildInfo(GoBuildInfoFixture.function("v1.17.0"))
                        .bytes(),
                ElfFixture.arm64().runtimeClient().bytes(),
                library.bytes(),
                ElfFixture.x86_64().dynamicExecutable("2.17").needs("").bytes(),
                "#!/opt/a\0b\n".getBytes(StandardCharsets.US_ASCII),
                "#!/bin/sh\ncd $LAMBDA_TASK_ROOT/a/../b\nexec ./$_HANDLER\n".getBytes(StandardCharsets.US_ASCII),
                "#!/bin/sh\nexec -- \"${LAMBDA_TASK_ROOT}/${_HANDLER}\"\n".getBytes(StandardCharsets.US_ASCII),
                "#!/bin/sh\nexec ./lib/liborders.so\n".getBytes(StandardCharsets.US_ASCII));
    }

    @MethodSource("zips")
    @FuzzTest(maxDuration = "10m")
    void archives(byte[] bytes) throws IOException {
        judge(bytes, new MeasuringClock());
    }

    @MethodSource("entrypoints")
    @FuzzTest(maxDuration = "10m")
    void entrypoints(byte[] bytes) throws IOException {
        judge(zipped(bytes), new MeasuringClock());
    }

    /** An archive that is right as such. */
    private static byte[] zipped(byte[] entrypoint) {
        return ZipFixture.zip()
                .file("bootstrap", entrypoint)
                .file("lib/liborders.so", entrypoint)
                .bytes();
    }

    private static void judge(byte[] zip, Clock clock) throws IOException {
        Path file = Files.write(folder.resolve("orders.zip"), zip);
        Expectation expectation = Expectation.of(
                RuntimeCatalog.builtIn().find("provided.al2").orElseThrow(), Optional.of(Architecture.X86_64));
        GateReport report = new Gate(Policy.DEFAULT, new Workers(1), new TextVerifyLog(new RecordedLines()), clock)
                .judge(List.of(new ArchiveRequest("orders", file, expectation)), List.of());
        assertThat(report.verdicts()).hasSize(1);
        new VerifyReports(folder).write(report, new ReportSubject("orders", "0.1.0", folder, folder, List.of()));
        new ConsoleReport(report, folder).lines(line -> true);
    }

    /** The gate asks it when an archive is judged, in the thread that judged it and does nothing else. */
    private static final class MeasuringClock extends Clock {

        private final Thread test = Thread.currentThread();

        @Override
        public Instant instant() {
            if (Thread.currentThread() != test) {
                Bounds.fromTheThreadsStart().hold();
            }
            return Instant.parse("2026-11-01T00:00:00Z");
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
