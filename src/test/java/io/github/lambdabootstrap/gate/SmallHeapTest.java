package io.github.lambdabootstrap.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdabootstrap.log.RecordedLines;
import io.github.lambdabootstrap.log.TextVerifyLog;
import io.github.lambdabootstrap.model.RuntimeCatalog;
import io.github.lambdabootstrap.model.Workers;
import io.github.lambdabootstrap.rules.Expectation;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Memory does not grow with archives: a small heap is enough for two in which all of very many entries are bad. */
class SmallHeapTest {

    private static final int ENTRIES = 150_000;

    /** Java alone needs a part of it, and each of the two archives may keep 32 MiB of what it starts. */
    private static final String HEAP = "-Xmx48m";

    @TempDir
    Path folder;

    /** Judges the archives that it is told in a Java of its own. */
    public static void main(String[] paths) {
        Expectation expectation =
                Expectation.of(RuntimeCatalog.builtIn().find("provided.al2023").orElseThrow(), Optional.empty());
        List<ArchiveRequest> requests = Stream.of(paths)
                .map(path -> new ArchiveRequest(path, Path.of(path), expectation))
                .toList();
        new Gate(Policy.DEFAULT, new Workers(2), new TextVerifyLog(new RecordedLines()), Clock.systemUTC())
                .judge(requests, List.of()).verdicts().stream()
                        .flatMap(verdict -> verdict.findings().stream())
                        .filter(finding -> finding.message().contains(" not listed"))
                        .map(finding -> finding.severity().id() + " " + finding.rule() + " " + finding.message())
                        .forEach(System.out::println);
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void two_archives_whose_entries_are_all_bad_in_every_way_fit_into_a_small_heap() throws Exception {
        List<String> rest = List.of(
                "error entry-integrity 149980 more findings of this rule are not listed",
                "error entry-encrypted 149980 more findings of this rule are not listed",
                "warning entry-integrity 480 more findings of this rule are not listed",
                "warning entry-method 149980 more findings of this rule are not listed",
                "warning entry-names 224980 more findings of this rule are not listed",
                "warning entry-readable 149980 more findings of this rule are not listed");

        assertThat(judged(hostile("one.zip"), hostile("two.zip")))
                .containsExactly(Stream.concat(rest.stream(), rest.stream()).toArray(String[]::new));
    }

    private static List<String> judged(Path... archives) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-cp",
                placeOf(SmallHeapTest.class) + File.pathSeparator + placeOf(Gate.class),
                SmallHeapTest.class.getName()));
        Stream.of(archives).map(Path::toString).forEach(command::add);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(process.waitFor()).as(String.join("\n", lines)).isZero();
        return lines;
    }

    private static Path placeOf(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    /** Encrypted, of an odd method, unreadable, with another name and CRC-32 in its local header; every second is a case twin. */
    private Path hostile(String name) throws IOException {
        Path file = folder.resolve(name);
        ByteArrayOutputStream directory = new ByteArrayOutputStream();
        int position = 0;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < ENTRIES; i++) {
                byte[] entry = "%s\\/%s%d"
                        .formatted("folder/".repeat(5), i % 2 == 0 ? "a" : "A", i / 2)
                        .getBytes(StandardCharsets.US_ASCII);
                byte[] local = header(30 + 1, 0x04034b50)
                        .putShort(6, (short) 1)
                        .putShort(8, (short) 99)
                        .putInt(14, 1)
                        .putShort(26, (short) 1)
                        .array();
                out.write(local);
                directory.write(header(46, 0x02014b50)
                        .putShort(4, (short) (3 << 8))
                        .putShort(8, (short) 1)
                        .putShort(10, (short) 99)
                        .putShort(28, (short) entry.length)
                        .putInt(38, 0100600 << 16)
                        .putInt(42, position)
                        .array());
                directory.write(entry);
                position += local.length;
            }
            directory.writeTo(out);
            out.write(header(22, 0x06054b50)
                    .putShort(8, (short) ENTRIES)
                    .putShort(10, (short) ENTRIES)
                    .putInt(12, directory.size())
                    .putInt(16, position)
                    .array());
        }
        return file;
    }

    private static ByteBuffer header(int length, int signature) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN).putInt(0, signature);
    }
}
