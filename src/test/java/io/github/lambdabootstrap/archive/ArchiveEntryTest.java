package io.github.lambdabootstrap.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ArchiveEntryTest {

    @TempDir
    Path folder;

    static Stream<Arguments> types() {
        return Stream.of(
                arguments("a", 3, 0100644 << 16, FileType.REGULAR, Optional.of("0644")),
                arguments("a", 3, 0120777 << 16, FileType.SYMLINK, Optional.of("0777")),
                arguments("a", 19, 0104755 << 16, FileType.REGULAR, Optional.of("4755")),
                arguments("a", 3, 0040755 << 16, FileType.DIRECTORY, Optional.of("0755")),
                arguments("a", 3, 0010644 << 16, FileType.OTHER, Optional.of("0644")),
                // build-lambda-zip leaves the type bits out, other writers the whole mode
                arguments("a", 3, 0777 << 16, FileType.REGULAR, Optional.of("0777")),
                arguments("a", 3, 0, FileType.REGULAR, Optional.of("0000")),
                arguments("a/", 3, 0100644 << 16, FileType.DIRECTORY, Optional.of("0644")),
                // what other systems put where Unix has its mode is none
                arguments("a", 0, 0120755 << 16, FileType.REGULAR, Optional.empty()),
                arguments("a", 10, 0100755 << 16, FileType.REGULAR, Optional.empty()),
                arguments("a", 0, 0x10, FileType.DIRECTORY, Optional.empty()),
                arguments("a/", 0, 0, FileType.DIRECTORY, Optional.empty()));
    }

    @ParameterizedTest(name = "{0} of host {1} is {3}")
    @MethodSource("types")
    void an_entry_is_what_host_attributes_and_name_say(
            String name, int host, int attributes, FileType type, Optional<String> mode) throws IOException {
        ArchiveEntry entry = entry(ZipFixture.zip().file(name, "").host(host).externalAttributes(attributes));

        assertThat(entry.type()).isEqualTo(type);
        assertThat(entry.unixMode().map(UnixMode::toString)).isEqualTo(mode);
        assertThat(entry.host()).isEqualTo(new HostSystem(host));
    }

    @Test
    void an_entry_tells_what_its_flags_say() throws IOException {
        ArchiveEntry plain = entry(ZipFixture.zip().file("a", "text"));
        ArchiveEntry odd = entry(ZipFixture.by(ZipTool.JAR).file("a", "text").encrypted());

        assertThat(plain.isEncrypted() || plain.hasDataDescriptor() || plain.claimsUtf8())
                .isFalse();
        assertThat(odd.isEncrypted() && odd.hasDataDescriptor() && odd.claimsUtf8())
                .isTrue();
        assertThat(plain.isReadable()).isTrue();
        assertThat(odd.isReadable()).isFalse();
        assertThat(entry(ZipFixture.zip().file("a", "text").method(12)).isReadable())
                .isFalse();
    }

    @Test
    void a_mode_tells_who_may_do_what() {
        UnixMode mode = new UnixMode(0100754);

        assertThat(mode.ownerMayRead() && mode.othersMayRead()).isTrue();
        assertThat(mode.othersMayExecute()).isFalse();
        assertThat(new UnixMode(0001).othersMayExecute()).isTrue();
        assertThat(new UnixMode(0033).ownerMayRead()).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new UnixMode(0x10000));
    }

    @Test
    void host_systems_have_the_names_of_the_specification() {
        assertThat(Stream.of(0, 3, 7, 10, 11, 14, 19, 255).map(HostSystem::new))
                .extracting(HostSystem::toString)
                .containsExactly(
                        "MS-DOS (FAT)",
                        "Unix",
                        "Macintosh",
                        "Windows NTFS",
                        "MVS",
                        "VFAT",
                        "macOS (Darwin)",
                        "system 255");
        assertThatIllegalArgumentException().isThrownBy(() -> new HostSystem(256));
    }

    @Test
    void an_archive_tells_what_surrounds_its_entries() throws IOException {
        ZipFixture zip = ZipFixture.zip()
                .file("a", "four")
                .file("b", "seven..")
                .comment("made by hand")
                .prefix(new byte[100]);
        byte[] bytes = zip.bytes();

        try (LambdaArchive archive = open(zip)) {
            assertThat(archive.comment()).isEqualTo("made by hand");
            assertThat(archive.prefixBytes()).isEqualTo(100);
            assertThat(archive.size()).isEqualTo(bytes.length);
            assertThat(archive.unzippedSize()).isEqualTo(11);
            assertThat(archive.isZip64()).isFalse();
            assertThat(archive.localHeader(archive.entries().get(1)))
                    .map(LocalFileHeader::fileName)
                    .contains("b");
        }
        try (LambdaArchive archive = open(ZipFixture.zip().zip64().countedPrefix(new byte[9]))) {
            assertThat(archive.isZip64()).isTrue();
            assertThat(archive.entries()).isEmpty();
            assertThat(archive.prefixBytes()).isEqualTo(9);
        }
    }

    @Test
    void claims_beyond_counting_do_not_become_negative() throws IOException {
        ZipFixture zip = ZipFixture.zip();
        for (int i = 0; i < 9; i++) {
            zip.file("f" + i, "").zip64Entry().central(header -> header.uncompressedSize = 1L << 60);
        }
        try (LambdaArchive archive = open(zip)) {
            assertThat(archive.unzippedSize()).isEqualTo(Long.MAX_VALUE);
        }
    }

    @Test
    void a_claim_that_no_file_can_have_is_damage() throws IOException {
        Path file = ZipFixture.zip()
                .file("a", "")
                .zip64Entry()
                .central(header -> header.uncompressedSize = -1)
                .write(folder.resolve("a.zip"));

        assertThat(LambdaArchive.open(file))
                .isEqualTo(new UnreadableArchive(
                        file,
                        UnreadableArchive.Kind.DAMAGED_ZIP,
                        "entry 0 has a size or an offset that no file can have"));
    }

    @Test
    void what_build_lambda_zip_writes_is_a_link_to_an_executable() throws IOException {
        byte[] program = "#!/bin/sh\n".getBytes(StandardCharsets.UTF_8);
        try (LambdaArchive archive =
                open(ZipFixture.buildLambdaZip("orders", program).file("data", "x"))) {
            assertThat(archive.entries())
                    .extracting(
                            entry -> entry.name() + " " + entry.type() + " " + entry.host() + " " + entry.unixMode())
                    .containsExactly(
                            "bootstrap SYMLINK Unix Optional[0755]",
                            "orders REGULAR Unix Optional[0777]",
                            "data REGULAR MS-DOS (FAT) Optional.empty");
            assertThat(archive.check(EntryScans.NONE).faults()).isEmpty();
        }
    }

    private ArchiveEntry entry(ZipFixture zip) throws IOException {
        try (LambdaArchive archive = open(zip)) {
            return archive.entries().get(0);
        }
    }

    private LambdaArchive open(ZipFixture zip) throws IOException {
        return (LambdaArchive) LambdaArchive.open(zip.write(folder.resolve("a.zip")));
    }
}
