package io.github.lambdabootstrap.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.lambdabootstrap.model.Sha256;
import io.github.lambdabootstrap.model.Workers;
import io.github.lambdabootstrap.problem.Problem;
import io.github.lambdabootstrap.problem.ProblemException;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveWriterTest {

    private static final String NAME_BEYOND_ASCII = "assets/\u00e9t\u00e9-\u590f.txt";

    @TempDir
    Path folder;

    private PackagingFixture in;
    private Sha256 digest;

    @BeforeEach
    void an_archive_written_here_and_now() throws IOException {
        in = project(folder.resolve("here"), List.of("assets/b.sh", "assets/a/deep.txt", NAME_BEYOND_ASCII));
        digest = WriteArchive.digest(in);
    }

    /**
     * The clock's turn too: no byte of the file is left in which a time, a zone, a user or a mode of this machine could
     * be.
     */
    @Test
    void every_byte_is_prescribed_by_the_format_the_names_and_the_contents() throws IOException {
        byte[] script = "#!/bin/sh\nexit 0\n".getBytes(UTF_8);
        byte[] text = "d\u00e9j\u00e0 vu".getBytes(UTF_8);
        in.file("small/program", script);
        in.file("small/d\u00e9j\u00e0.txt", text);
        ArchivePlan plan = in.plan(
                in.target("small", in.project.resolve("small/program")), in.include("small/d\u00e9j\u00e0.txt", ""));

        PackagingFixture.write(plan);

        ZipBytes expected = new ZipBytes();
        expected.add("bootstrap", 0100755, script);
        expected.add("d\u00e9j\u00e0.txt", 0100644, text);
        assertThat(Files.readAllBytes(plan.file())).isEqualTo(expected.file());
    }

    @Test
    void the_zone_leaves_no_trace() throws IOException {
        ArchivePlan plan = in.plan(in.target("orders", in.project.resolve("program")));
        PackagingFixture.write(plan);
        byte[] bytes = Files.readAllBytes(plan.file());
        TimeZone before = TimeZone.getDefault();
        try {
            for (String zone : TimeZone.getAvailableIDs()) {
                TimeZone.setDefault(TimeZone.getTimeZone(zone));
                PackagingFixture.write(plan);
                assertThat(plan.file()).as(zone).hasBinaryContent(bytes);
            }
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr-TR", "ar-EG-u-nu-arab", "th-TH-u-ca-buddhist", "ja-JP-u-ca-japanese"})
    void the_locale_of_java_leaves_no_trace(String language) throws IOException {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(language));
            assertThat(WriteArchive.digest(in)).isEqualTo(digest);
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rwx------", "rwxrwxrwx", "r--------", "rw-rw-rw-"})
    void the_modes_of_the_sources_leave_no_trace(String mode) throws IOException {
        for (Path file : sources()) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
        }

        assertThat(WriteArchive.digest(in)).isEqualTo(digest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1970-01-01T00:00:00Z", "2038-01-20T00:00:00Z", "2108-01-01T00:00:01Z"})
    void the_times_of_the_sources_leave_no_trace(String time) throws IOException {
        for (Path file : sources()) {
            Files.setLastModifiedTime(file, FileTime.from(java.time.Instant.parse(time)));
        }

        assertThat(WriteArchive.digest(in)).isEqualTo(digest);
    }

    @Test
    void the_folder_and_the_order_in_which_files_came_into_it_leave_no_trace() throws IOException {
        List<String> backwards = new ArrayList<>(List.of("assets/b.sh", "assets/a/deep.txt", NAME_BEYOND_ASCII));
        Collections.reverse(backwards);

        assertThat(WriteArchive.digest(project(folder.resolve("there/and/deeper"), backwards)))
                .isEqualTo(digest);
    }

    @Test
    void the_order_of_the_plan_leaves_no_trace() throws IOException {
        ArchivePlan plan = in.plan(in.target("orders", in.project.resolve("program")), in.folder("assets", "assets/"));
        List<PlannedEntry> backwards = new ArrayList<>(plan.entries());
        Collections.reverse(backwards);

        PackagingFixture.write(new ArchivePlan(
                plan.name(),
                plan.file(),
                plan.functions(),
                plan.runtime(),
                plan.architecture(),
                plan.handlers(),
                backwards));

        assertThat(Sha256.of(plan.file())).isEqualTo(digest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"077", "000", "027"})
    void the_umask_leaves_no_trace(String umask) throws IOException {
        assertThat(inAnotherProcess(in, Map.of(), "sh", "-c", "umask " + umask + "; exec \"$@\"", "sh"))
                .isEqualTo(digest.hex());
    }

    @ParameterizedTest
    @ValueSource(strings = {"C", "C.UTF-8", "POSIX"})
    void the_locale_of_the_system_leaves_no_trace_in_names(String locale) throws IOException {
        assertThat(inAnotherProcess(in, Map.of("LC_ALL", locale))).isEqualTo(digest.hex());
    }

    @Test
    void the_zone_of_the_system_leaves_no_trace() throws IOException {
        assertThat(inAnotherProcess(in, Map.of("TZ", "Pacific/Kiritimati"))).isEqualTo(digest.hex());
    }

    @Test
    void the_user_leaves_no_trace() throws IOException {
        assumeThat(System.getProperty("user.name")).isEqualTo("root");
        assumeThat(Path.of("/usr/bin/setpriv")).exists();
        Path open = folder.resolve("open");
        PackagingFixture readable = project(open.resolve("project"), List.of("assets/b.sh", "assets/a/deep.txt"));
        Sha256 byRoot = WriteArchive.digest(readable);
        Files.delete(readable.output.resolve("orders.zip"));
        openToAll(folder);

        String byNobody = inAnotherProcess(
                readable, readableClassPath(), Map.of(), "setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");

        assertThat(byNobody).isEqualTo(byRoot.hex());
        assertThat(Files.getAttribute(readable.output.resolve("orders.zip"), "unix:uid"))
                .isEqualTo(65534);
    }

    @Test
    void memory_does_not_grow_with_the_size_of_a_file() throws IOException {
        try (RandomAccessFile large =
                new RandomAccessFile(in.project.resolve("program").toFile(), "rw")) {
            large.setLength(200L << 20);
        }

        assertThat(inAnotherProcess(in, Map.of("JAVA_TOOL_OPTIONS", "-Xmx16m"))).hasSize(64);
    }

    @Test
    void a_failed_write_leaves_the_old_archive_and_nothing_beside_it() throws IOException {
        Path old = in.output.resolve("orders.zip");
        ArchivePlan plan = in.plan(in.target("orders", in.project.resolve("program")), in.folder("assets", "assets/"));
        DeflatedContents closed = DeflatedContents.of(List.of(plan), PackagingFixture.sources(plan), new Workers(1));
        closed.close();

        assertThatThrownBy(() -> new ArchiveWriter().write(plan, closed))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problems())
                                .containsExactly(Problem.environment(
                                                "the archive of 'orders' cannot be written: null",
                                                "see that its folder is writable and its disk has room, then build"
                                                        + " again")
                                        .at(old.toString())))
                .hasCauseInstanceOf(IOException.class);

        assertThat(Sha256.of(old)).isEqualTo(digest);
        assertThat(in.output).isDirectoryNotContaining(file -> !file.equals(old));
    }

    private List<Path> sources() {
        return List.of(in.project.resolve("program"), in.project.resolve("assets/a/deep.txt"));
    }

    private static PackagingFixture project(Path place, List<String> assets) throws IOException {
        PackagingFixture project = new PackagingFixture(Files.createDirectories(place));
        project.file("program", "#!/bin/sh\nexit 0\n");
        for (String asset : assets) {
            project.file(asset, asset.endsWith(".sh") ? "#!/bin/sh\n" : "what " + asset + " says\n".repeat(50));
        }
        return project;
    }

    /** The digest of the archive that another process writes of the project. */
    private String inAnotherProcess(PackagingFixture project, Map<String, String> environment, String... prefix)
            throws IOException {
        return inAnotherProcess(project, System.getProperty("java.class.path"), environment, prefix);
    }

    private String inAnotherProcess(
            PackagingFixture project, String classPath, Map<String, String> environment, String... prefix)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(prefix));
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xshare:auto",
                "-cp",
                classPath,
                WriteArchive.class.getName(),
                project.project.toString()));
        Path out = folder.resolve("out.txt");
        ProcessBuilder process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(folder.resolve("err.txt").toFile());
        process.environment().remove("JAVA_TOOL_OPTIONS");
        process.environment().putAll(environment);
        int exit = await(process.start());
        assertThat(exit).as(() -> errors(folder.resolve("err.txt"))).isZero();
        return Files.readString(out).trim();
    }

    private static int await(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String errors(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** Copies what the other process needs to where any user can read it. */
    private String readableClassPath() throws IOException {
        List<String> copies = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path path = Path.of(entry);
            if (Files.isDirectory(path) || path.getFileName().toString().startsWith("commons-")) {
                Path copy = folder.resolve("classpath-" + copies.size() + path.getFileName());
                copyTree(path, copy);
                openToAll(copy);
                copies.add(copy.toString());
            }
        }
        return String.join(File.pathSeparator, copies);
    }

    private static void copyTree(Path from, Path to) throws IOException {
        if (Files.exists(to)) {
            return;
        }
        try (var files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    private static void openToAll(Path top) throws IOException {
        try (var files = Files.walk(top)) {
            for (Path file : files.toList()) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxrwxrwx"));
            }
        }
    }

    /** A zip as APPNOTE 6.3.10 spells it, field by field. */
    private static final class ZipBytes {

        private final ByteBuffer local = ByteBuffer.allocate(4096).order(ByteOrder.LITTLE_ENDIAN);
        private final ByteBuffer central = ByteBuffer.allocate(4096).order(ByteOrder.LITTLE_ENDIAN);
        private short entries;

        void add(String name, int mode, byte[] content) {
            int offset = local.position();
            byte[] data = deflated(content);
            local.putInt(0x04034b50);
            common(local, name, content, data);
            local.put(name.getBytes(UTF_8)).put(data);

            central.putInt(0x02014b50);
            central.put((byte) 20).put((byte) 3); // version 2.0 on Unix
            common(central, name, content, data);
            central.putShort((short) 0).putShort((short) 0).putShort((short) 0); // no comment, disk 0, binary
            central.putInt(mode << 16).putInt(offset);
            central.put(name.getBytes(UTF_8));
            entries++;
        }

        private static void common(ByteBuffer out, String name, byte[] content, byte[] data) {
            CRC32 crc = new CRC32();
            crc.update(content);
            out.putShort((short) 20).putShort((short) 0x0800).putShort((short) 8); // 2.0, UTF-8 names, DEFLATE
            out.putShort((short) 0).putShort((short) (2 << 5 | 1)); // 00:00:00, 1980-02-01
            out.putInt((int) crc.getValue()).putInt(data.length).putInt(content.length);
            out.putShort((short) name.getBytes(UTF_8).length).putShort((short) 0); // no extra field
        }

        byte[] file() {
            int start = local.position();
            int size = central.position();
            local.put(central.array(), 0, size);
            local.putInt(0x06054b50).putInt(0).putShort(entries).putShort(entries);
            local.putInt(size).putInt(start).putShort((short) 0);
            return Arrays.copyOf(local.array(), local.position());
        }

        private static byte[] deflated(byte[] content) {
            Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
            deflater.setInput(content);
            deflater.finish();
            byte[] buffer = new byte[4096];
            int length = deflater.deflate(buffer);
            deflater.end();
            return Arrays.copyOf(buffer, length);
        }
    }
}
