package io.github.lambdabootstrap.elf;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdabootstrap.model.ByteSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The readers against {@code readelf} and {@code go version}, over every ELF file of this machine; one more folder can be
 * given with {@code -Doracle.folder=...}, for example with what an old Go made.
 */
@Tag("oracle")
class ElfOracleTest {

    private static final List<String> ROOTS = List.of(
            "/usr/bin",
            "/usr/sbin",
            "/usr/lib",
            "/usr/libexec",
            "/usr/local",
            System.getProperty("java.home"),
            System.getProperty("user.home") + "/go",
            System.getProperty("oracle.folder", "/opt"));
    private static final int ENOUGH = 300;
    private static final int BATCH = 100;

    /** Of the shorter kind: readelf says nothing of a file that ends in it, such as those that parsers are tested with. */
    private static final int HEADER_BYTES = 52;

    private static final List<Path> FILES = new ArrayList<>();

    @BeforeAll
    static void find_all_elf_files() throws IOException {
        for (String root : ROOTS) {
            Files.walkFileTree(Path.of(root), new Collector());
        }
        System.out.println("ELF files on this machine: " + FILES.size());
    }

    private static final class Collector extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            // a file of debug information has the segments of another
            if (attributes.isRegularFile() && !file.startsWith("/usr/lib/debug") && Files.isReadable(file)) {
                try (var in = Files.newInputStream(file)) {
                    byte[] start = in.readNBytes(HEADER_BYTES);
                    if (start.length == HEADER_BYTES && FileFormat.of(start) == FileFormat.ELF) {
                        FILES.add(file);
                    }
                }
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException exception) {
            return FileVisitResult.CONTINUE;
        }
    }

    @Test
    void headers_segments_libraries_and_versions_equal_readelfs() throws Exception {
        assertThat(FILES).as("ELF files on this machine").hasSizeGreaterThanOrEqualTo(ENOUGH);
        Map<Path, String> differences = new TreeMap<>();
        int compared = 0;
        for (int from = 0; from < FILES.size(); from += BATCH) {
            List<Path> files = FILES.subList(from, Math.min(FILES.size(), from + BATCH));
            String[] outputs = run(List.of("readelf", "-W", "-h", "-l", "-d", "-V", "-n"), files)
                    .split("(?m)^File: ", -1);
            for (int i = 1; i < outputs.length; i++) {
                Path file = files.get(i - 1);
                assertThat(outputs[i]).startsWith(file + "\n");
                List<String> expected = ReadelfFacts.parse(outputs[i]);
                List<String> actual = ReadelfFacts.of(read(file));
                if (!actual.equals(expected)) {
                    differences.put(file, difference(expected, actual));
                }
                compared++;
            }
        }
        System.out.println("compared with readelf: " + compared + ", different: " + differences.size());
        assertThat(compared).isEqualTo(FILES.size());
        assertThat(differences).isEmpty();
    }

    @Test
    void build_info_equals_that_of_go_version() throws Exception {
        Map<Path, String> differences = new TreeMap<>();
        int compared = 0;
        for (int from = 0; from < FILES.size(); from += BATCH) {
            List<Path> files = FILES.subList(from, Math.min(FILES.size(), from + BATCH));
            Map<Path, List<String>> expected = GoVersionFacts.parse(run(List.of("go", "version", "-m"), files));
            for (Path file : files) {
                List<String> wanted = expected.getOrDefault(file, List.of());
                List<String> actual = GoVersionFacts.of(goBuildInfo(file));
                if (!actual.equals(wanted)) {
                    differences.put(file, difference(wanted, actual));
                }
                compared += wanted.isEmpty() ? 0 : 1;
            }
        }
        System.out.println("compared with go version: " + FILES.size() + ", of them made by Go: " + compared
                + ", different: " + differences.size());
        assertThat(compared).isPositive();
        assertThat(differences).isEmpty();
    }

    private static String difference(List<String> expected, List<String> actual) {
        return "missing " + expected.stream().filter(l -> !actual.contains(l)).toList() + ", too much "
                + actual.stream().filter(l -> !expected.contains(l)).toList();
    }

    private static ElfFile read(Path file) throws IOException {
        try (FileSource source = new FileSource(FileChannel.open(file))) {
            return ElfReader.read(source).orElseThrow();
        }
    }

    private static Optional<GoBuildInfo> goBuildInfo(Path file) throws IOException {
        try (FileSource source = new FileSource(FileChannel.open(file))) {
            return GoBuildInfo.read(ElfReader.read(source).orElseThrow(), source);
        }
    }

    private static String run(List<String> command, List<Path> files) throws IOException, InterruptedException {
        List<String> words = Stream.concat(command.stream(), files.stream().map(Path::toString))
                .toList();
        ProcessBuilder builder = new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }

    private record FileSource(FileChannel channel) implements ByteSource, AutoCloseable {

        @Override
        public long size() {
            try {
                return channel.size();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public byte[] read(long offset, int length) throws IOException {
            byte[] bytes = new byte[(int) Math.max(0, Math.min(length, size() - offset))];
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining() && channel.read(buffer, offset + buffer.position()) >= 0) {
                // reads on
            }
            return bytes;
        }

        @Override
        public void transferTo(Sink sink) throws IOException {
            for (long at = 0; at < size(); at += 1 << 16) {
                byte[] piece = read(at, 1 << 16);
                sink.accept(piece, piece.length);
            }
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
