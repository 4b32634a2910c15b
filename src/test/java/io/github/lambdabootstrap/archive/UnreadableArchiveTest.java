package io.github.lambdabootstrap.archive;

import static io.github.lambdabootstrap.archive.UnreadableArchive.Kind;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class UnreadableArchiveTest {

    private static final byte[] ZIP =
            ZipFixture.zip().file("bootstrap", "#!/bin/sh\n").bytes();

    @TempDir
    Path folder;

    static Stream<Arguments> contents() throws IOException {
        return Stream.of(
                arguments(Kind.TAR_GZIP, gzip(tar())),
                arguments(Kind.GZIP, gzip("text".getBytes(StandardCharsets.UTF_8))),
                arguments(Kind.GZIP, hex("1f8b 08")),
                arguments(Kind.TAR, tar()),
                arguments(Kind.BZIP2, hex("425a6839 3141")),
                arguments(Kind.XZ, hex("fd377a585a00 00")),
                arguments(Kind.ZSTD, hex("28b52ffd 24")),
                arguments(Kind.SEVEN_ZIP, hex("377abcaf271c 0004")),
                arguments(Kind.RAR, hex("526172211a07 0100")),
                arguments(Kind.AR, text("!<arch>\n")),
                arguments(Kind.ELF, hex("7f454c46 020101")),
                arguments(Kind.MACH_O, hex("cffaedfe 07000001")),
                arguments(Kind.MACH_O, hex("cafebabe 00000002")),
                arguments(Kind.UNKNOWN, hex("cafebabe 00000034")),
                arguments(Kind.PE, hex("4d5a9000")),
                arguments(Kind.SCRIPT, text("#!/bin/sh\necho")),
                arguments(Kind.BASE64_ZIP, Base64.getEncoder().encode(ZIP)),
                arguments(Kind.GIT_LFS_POINTER, text("version https://git-lfs.github.com/spec/v1\n")),
                arguments(Kind.MARKUP, text("<?xml version='1.0'?><Error/>")),
                arguments(Kind.MARKUP, text("\n<!DOCTYPE html>")),
                arguments(Kind.UNKNOWN, text("hello")),
                arguments(Kind.UNKNOWN, hex("00")),
                arguments(Kind.TRUNCATED_ZIP, Arrays.copyOf(ZIP, ZIP.length / 2)),
                arguments(Kind.SPLIT_ZIP, hex("504b0708 504b0304")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("contents")
    void bytes_that_are_no_zip_are_called_what_they_are(Kind kind, byte[] content) throws IOException {
        assertThat(opened(content).kind()).isEqualTo(kind);
    }

    @Test
    void what_was_seen_is_told() throws IOException {
        assertThat(opened(text("hello world")).detail()).isEqualTo("it starts with the bytes 68656c6c6f20776f");
    }

    @Test
    void a_directory_that_breaks_off_is_damaged() throws IOException {
        byte[] bytes = ZipFixture.zip().file("a", "").file("b", "").bytes();
        bytes[bytes.length - 22 - 47] = 0; // the signature of the second header

        assertThat(opened(bytes))
                .extracting(UnreadableArchive::kind, UnreadableArchive::detail)
                .containsExactly(Kind.DAMAGED_ZIP, "the end record promises 2 entries, the central directory has 1");
    }

    @Test
    void a_zip_that_lost_its_first_bytes_is_damaged() throws IOException {
        assertThat(opened(Arrays.copyOfRange(ZIP, 7, ZIP.length)))
                .extracting(UnreadableArchive::kind, UnreadableArchive::detail)
                .containsExactly(Kind.DAMAGED_ZIP, "7 bytes are missing before its central directory");
    }

    @Test
    void one_disk_of_many_is_a_part() throws IOException {
        byte[] bytes = Arrays.copyOfRange(ZIP, 7, ZIP.length);
        bytes[bytes.length - 18] = 3;

        assertThat(opened(bytes))
                .extracting(UnreadableArchive::kind, UnreadableArchive::detail)
                .containsExactly(Kind.SPLIT_ZIP, "its end record is on disk 3");
    }

    @Test
    void a_program_with_the_signature_of_an_end_record_stays_a_program() throws IOException {
        byte[] program = hex("7f454c46 0201 504b0506 0000 0000 0900 0900 ffffff00 00000000 0000");

        assertThat(opened(program).kind()).isEqualTo(Kind.ELF);
    }

    @Test
    void a_path_without_a_file_is_told_apart() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.zip"));

        assertThat(kind(folder)).isEqualTo(Kind.DIRECTORY);
        assertThat(kind(folder.resolve("nothing.zip"))).isEqualTo(Kind.MISSING);
        assertThat(kind(empty)).isEqualTo(Kind.EMPTY);
    }

    @Test
    void a_file_that_may_not_be_read_is_told() throws IOException, InterruptedException {
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));
        Path file = Files.write(folder.resolve("secret.zip"), ZIP);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));

        String unreadable = new UnreadableArchive(file, Kind.UNREADABLE, "permission denied").toString();
        assertThat(Files.isReadable(file) ? openedWithoutRootsPower(file) : String.valueOf(LambdaArchive.open(file)))
                .isEqualTo(unreadable);
    }

    /** Root reads every file; a process of root that gave this capability up does not. */
    private static String openedWithoutRootsPower(Path file) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        "setpriv",
                        "--bounding-set=-dac_override,-dac_read_search",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Opened.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return output;
    }

    /** Prints what a file turns out to be. */
    static final class Opened {
        private Opened() {}

        public static void main(String[] arguments) {
            System.out.print(LambdaArchive.open(Path.of(arguments[0])));
        }
    }

    @Test
    @Timeout(10)
    void a_pipe_is_not_waited_for() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")));
        Path pipe = folder.resolve("pipe.zip");
        assertThat(new ProcessBuilder("/usr/bin/mkfifo", pipe.toString())
                        .start()
                        .waitFor())
                .isZero();

        assertThat(kind(pipe)).isEqualTo(Kind.NOT_A_FILE);
    }

    private UnreadableArchive opened(byte[] content) throws IOException {
        return (UnreadableArchive) LambdaArchive.open(Files.write(folder.resolve("a.zip"), content));
    }

    private static Kind kind(Path path) {
        return ((UnreadableArchive) LambdaArchive.open(path)).kind();
    }

    private static byte[] tar() {
        byte[] tar = new byte[1024];
        System.arraycopy(text("ustar"), 0, tar, 257, 5);
        return tar;
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] hex(String hex) {
        return new LittleEndian().hex(hex).toBytes();
    }
}
