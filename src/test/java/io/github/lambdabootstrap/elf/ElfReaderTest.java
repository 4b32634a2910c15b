package io.github.lambdabootstrap.elf;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdabootstrap.model.DottedVersion;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ElfReaderTest {

    static Stream<ElfLayout> layouts() {
        return Stream.of(
                new ElfLayout(true, true),
                new ElfLayout(true, false),
                new ElfLayout(false, true),
                new ElfLayout(false, false));
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void all_facts_are_read_in_every_class_and_byte_order(ElfLayout layout) throws IOException {
        ElfFile file = read(ElfFixture.of(21, layout)
                .positionIndependent()
                .interpreter("/lib64/ld64.so.2")
                .needs("libssl.so.3")
                .needs("libc.so.6")
                .soname("orders.so")
                .rpath("$ORIGIN/lib:/opt/lib")
                .runpath("/var/task/lib")
                .flags1(0x08000001L)
                .version("libssl.so.3", "OPENSSL_3.0.0")
                .version("libc.so.6", "GLIBC_2.4")
                .version("libc.so.6", "GLIBC_2.17")
                .weakVersion("libc.so.6", "GLIBC_2.38"));

        assertThat(file.header().layout()).isEqualTo(layout);
        assertThat(file.interpreter()).contains("/lib64/ld64.so.2");
        assertThat(file.dynamic())
                .isEqualTo(new DynamicSection(
                        List.of("libssl.so.3", "libc.so.6"),
                        List.of("$ORIGIN/lib", "/opt/lib"),
                        List.of("/var/task/lib"),
                        List.of("orders.so"),
                        0x08000001L,
                        List.of(
                                new VersionNeed("libssl.so.3", "OPENSSL_3.0.0", false),
                                new VersionNeed("libc.so.6", "GLIBC_2.4", false),
                                new VersionNeed("libc.so.6", "GLIBC_2.17", false),
                                new VersionNeed("libc.so.6", "GLIBC_2.38", true))));
        assertThat(file.requiredGlibc()).contains(DottedVersion.of(2, 17));
        assertThat(file.weakGlibc()).contains(DottedVersion.of(2, 38));
        assertThat(file.damage()).isEqualTo(ElfDamage.NONE);
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void segments_have_their_places_and_rights(ElfLayout layout) throws IOException {
        ElfFixture fixture = ElfFixture.of(21, layout).staticExecutable();
        ElfFile file = read(fixture);
        long size = fixture.bytes().length;
        long code = file.segments().get(0).pFilesz();

        assertThat(file.segments())
                .containsExactly(
                        new ProgramHeader(ProgramHeader.PT_LOAD, 5, 0, 0x400000, code, code),
                        new ProgramHeader(ProgramHeader.PT_LOAD, 6, code, 0x600000 + code, size - code, size - code));
        assertThat(file.segments()).extracting(ProgramHeader::isWritable).containsExactly(false, true);
        assertThat(file.fileSize()).isEqualTo(size);
    }

    @Test
    void what_does_not_begin_as_an_elf_file_is_none() throws IOException {
        assertThat(ElfReader.read(new BytesSource(new byte[] {0x7f, 'E', 'L'}))).isEmpty();
        assertThat(ElfReader.read(new BytesSource(new byte[0]))).isEmpty();
    }

    @ParameterizedTest(name = "level bits {0} are level {1}")
    @CsvSource({"1, 1", "3, 2", "7, 3", "15, 4", "8, 4", "16, 0", "0, 0"})
    void the_processor_level_is_the_highest_that_is_needed(int bits, int level) throws IOException {
        assertThat(read(ElfFixture.x86_64().x86IsaNeeded(bits)).x86IsaLevel()).isEqualTo(level);
    }

    @Test
    void the_same_property_means_nothing_on_another_machine() throws IOException {
        assertThat(read(ElfFixture.arm64().x86IsaNeeded(8)).x86IsaNeeded()).isZero();
        assertThat(read(ElfFixture.of(3, new ElfLayout(false, true)).x86IsaNeeded(8))
                        .x86IsaNeeded())
                .isEqualTo(8);
    }

    private static ElfFile read(ElfFixture fixture) throws IOException {
        return read(fixture.bytes());
    }

    private static ElfFile read(byte[] bytes) throws IOException {
        return ElfReader.read(new BytesSource(bytes)).orElseThrow();
    }
}
