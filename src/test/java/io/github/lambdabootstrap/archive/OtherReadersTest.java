package io.github.lambdabootstrap.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What real tools write is read as Commons Compress reads it. */
class OtherReadersTest {

    @TempDir
    Path folder;

    private Path zip;

    @BeforeEach
    void make_files() throws IOException {
        byte[] noise = new byte[300_000];
        new Random(1).nextBytes(noise);
        zip = folder.resolve("a.zip");
        Path files = Files.createDirectories(folder.resolve("files/bin"));
        Files.write(files.resolve("noise"), noise);
        Files.write(files.resolve("zeros"), new byte[300_000]);
        Files.writeString(files.resolve("caf\u00e9"), "text");
        Files.createFile(files.resolve("empty"));
    }

    @Test
    void info_zip() throws Exception {
        run("zip", "-q", "-r", "-y", zip.toString(), "bin");
        agree(5);
    }

    @Test
    void info_zip_into_a_pipe() throws Exception {
        run("sh", "-c", "zip -q -r - bin | cat > " + zip);
        agree(5);
    }

    @Test
    void python() throws Exception {
        run("python3", "-m", "zipfile", "-c", zip.toString(), "bin");
        agree(5);
    }

    @Test
    void jar() throws Exception {
        int exit = ToolProvider.findFirst("jar")
                .orElseThrow()
                .run(
                        System.out,
                        System.err,
                        "cfM",
                        zip.toString(),
                        "-C",
                        folder.resolve("files").toString(),
                        "bin");
        assertThat(exit).isZero();
        agree(5);
    }

    @Test
    void our_own_fixtures() throws Exception {
        ZipFixture.by(ZipTool.GO)
                .file("a", "text")
                .zip64Entry()
                .file("b", "")
                .descriptorWithoutSignature()
                .zip64()
                .comment("x")
                .write(zip);
        agree(2);
    }

    private void agree(int count) throws IOException {
        try (ZipFile theirs = ZipFile.builder().setPath(zip).get();
                LambdaArchive ours = (LambdaArchive) LambdaArchive.open(zip)) {
            List<ZipArchiveEntry> expected = Collections.list(theirs.getEntries());
            assertThat(ours.entries()).hasSize(count).hasSameSizeAs(expected);
            for (int i = 0; i < count; i++) {
                assertThat(facts(ours.entries().get(i))).isEqualTo(facts(expected.get(i)));
                assertThat(content(ours, i))
                        .isEqualTo(theirs.getInputStream(expected.get(i)).readAllBytes());
            }
            assertThat(ours.check(EntryScans.NONE).faults()).isEmpty();
        }
    }

    private static List<Object> facts(ArchiveEntry entry) {
        CentralDirectoryFileHeader header = entry.header();
        return List.of(
                entry.name().text(),
                entry.size(),
                header.compressedSize(),
                header.crc32(),
                header.compressionMethod(),
                entry.unixMode().map(UnixMode::bits).orElse(0),
                entry.localHeaderPosition(),
                entry.type());
    }

    private static List<Object> facts(ZipArchiveEntry entry) {
        return List.of(
                entry.getName(),
                entry.getSize(),
                entry.getCompressedSize(),
                entry.getCrc(),
                entry.getMethod(),
                entry.getUnixMode(),
                entry.getLocalHeaderOffset(),
                entry.isDirectory() ? FileType.DIRECTORY : FileType.REGULAR);
    }

    private static byte[] content(LambdaArchive archive, int index) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        archive.content(archive.entries().get(index))
                .orElseThrow()
                .transferTo((buffer, length) -> bytes.write(buffer, 0, length));
        return bytes.toByteArray();
    }

    private void run(String... command) throws IOException, InterruptedException {
        assumeTrue(isInstalled(command[0]), () -> command[0] + " is not installed");
        Process process = new ProcessBuilder(command)
                .directory(folder.resolve("files").toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
    }

    private static boolean isInstalled(String tool) {
        return List.of(System.getenv("PATH").split(File.pathSeparator, -1)).stream()
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, tool)));
    }
}
