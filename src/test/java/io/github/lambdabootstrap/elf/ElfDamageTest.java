package io.github.lambdabootstrap.elf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ElfDamageTest {

    private static final int E_PHOFF = 32;
    private static final int E_PHENTSIZE = 54;
    private static final int E_PHNUM = 56;
    private static final int PHDRS = 64;
    private static final int PHDR = 56;
    private static final int P_OFFSET = 8;
    private static final int P_FILESZ = 32;

    @Test
    void a_header_alone_has_no_parts_and_a_reason_when_it_is_short() throws IOException {
        ElfFile file = read(Arrays.copyOf(ElfFixture.x86_64().bytes(), 63));

        assertThat(file.programHeaders()).isEmpty();
        assertThat(file.damage().refusals())
                .containsExactly(
                        "the file has 63 bytes, an ELF header alone has 64",
                        "its program header table ends at byte 176 but the file has 63");
        assertThat(read(ElfFixture.x86_64().withoutSegments()).damage()).isEqualTo(ElfDamage.NONE);
    }

    @Test
    void program_headers_of_another_size_are_refused() throws IOException {
        ByteBuffer bytes = patched(ElfFixture.arm64());
        bytes.putShort(E_PHENTSIZE, (short) 32);
        bytes.put(4, (byte) 2);

        assertThat(read(bytes).damage().refusals())
                .containsExactly("its program header table has 2 entries of 32 bytes; the kernel takes entries of 56"
                        + " bytes, 1170 at most");
    }

    @ParameterizedTest
    @CsvSource({"1170, ends at byte 65584", "1171, has 1171 entries of 56 bytes", "65535, has 65535 entries"})
    void too_many_program_headers_are_refused(int count, String reason) throws IOException {
        ByteBuffer bytes = patched(ElfFixture.x86_64());
        bytes.putShort(E_PHNUM, (short) count);

        assertThat(read(bytes).damage().refusals()).singleElement().asString().contains(reason);
    }

    @Test
    void a_program_header_table_beyond_the_file_is_refused() throws IOException {
        ByteBuffer bytes = patched(ElfFixture.x86_64());
        bytes.putLong(E_PHOFF, -1);

        ElfFile file = read(bytes);

        assertThat(file.programHeaders()).isEmpty();
        assertThat(file.damage().refusals())
                .containsExactly("its program header table ends at byte 111 but the file has " + bytes.capacity());
    }

    @Test
    void a_segment_that_the_file_cuts_off_is_named() throws IOException {
        byte[] whole = ElfFixture.x86_64().data(new byte[64]).bytes();
        ElfFile file = read(Arrays.copyOf(whole, whole.length - 1));

        assertThat(read(whole).truncatedSegments()).isEmpty();
        assertThat(file.truncatedSegments()).containsExactly(file.segments().get(1));
    }

    @ParameterizedTest(name = "offset {0}, size {1}")
    @CsvSource({"0, -1, true", "-1, 1, true", "100, 0, false", "101, 0, true", "100, 1, true", "99, 1, false"})
    void a_segment_is_within_the_file_by_unsigned_numbers(long offset, long size, boolean truncated) {
        ProgramHeader segment = new ProgramHeader(ProgramHeader.PT_LOAD, 4, offset, 0, size, size);
        assertThat(segment.isTruncatedIn(100)).isEqualTo(truncated);
    }

    @Test
    void the_loaders_path_must_end_in_a_zero_byte() throws IOException {
        ByteBuffer bytes = patched(ElfFixture.x86_64().interpreter("/opt/ld.so"));
        int interpreter = programHeader(bytes, ProgramHeader.PT_INTERP);
        bytes.putLong(interpreter + P_FILESZ, 10);

        ElfFile file = read(bytes);

        assertThat(file.interpreter()).contains("/opt/ld.so");
        assertThat(file.damage().refusals())
                .containsExactly("the path of its loader is cut off, empty, or longer than 4096 bytes");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 4097, -1})
    void the_loaders_path_must_have_a_possible_length(long length) throws IOException {
        ByteBuffer bytes = patched(ElfFixture.x86_64().interpreter("").data(new byte[8192]));
        addInterpreter(bytes, length);

        assertThat(read(bytes).damage().refusals())
                .containsExactly("the path of its loader is cut off, empty, or longer than 4096 bytes");
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 4096})
    void the_shortest_and_the_longest_path_of_a_loader_are_taken(long length) throws IOException {
        ByteBuffer bytes = patched(ElfFixture.x86_64().data(new byte[8192]));
        addInterpreter(bytes, length);

        assertThat(read(bytes).damage()).isEqualTo(ElfDamage.NONE);
    }

    // turns the writable segment's header into one of a loader's path that consists of zeros
    private static void addInterpreter(ByteBuffer bytes, long length) {
        int header = PHDRS + PHDR;
        bytes.putInt(header, ProgramHeader.PT_INTERP).putLong(header + P_FILESZ, length);
    }

    @Test
    void a_dynamic_section_without_end_or_names_is_reported_and_the_rest_kept() throws IOException {
        ByteBuffer bytes = patched(ElfFixture.x86_64().dynamicExecutable("2.34"));
        int dynamic = programHeader(bytes, ProgramHeader.PT_DYNAMIC);
        bytes.putLong(dynamic + P_FILESZ, 16);

        ElfFile file = read(bytes);

        assertThat(file.dynamic()).isEqualTo(DynamicSection.NONE);
        assertThat(file.damage())
                .isEqualTo(new ElfDamage(
                        List.of(),
                        List.of(
                                "the dynamic section has no end",
                                "the dynamic section's string table is not in the file",
                                "1 names of the dynamic section are not in the file")));
        assertThat(file.linkage()).contains(Linkage.DYNAMIC);
    }

    @Test
    void names_beyond_the_string_table_are_reported() throws IOException {
        ByteBuffer bytes = patched(ElfFixture.x86_64().dynamicExecutable("2.34").needs("libz.so.1"));
        setDynamic(bytes, 10, 12); // DT_STRSZ: libc.so.6 is at 1, libz.so.1 at 11, the version behind it

        ElfFile file = read(bytes);

        assertThat(file.dynamic().needed()).containsExactly("libc.so.6", "libz.so.1");
        assertThat(file.dynamic().versionNeeds()).isEmpty();
        assertThat(file.damage().unreadable()).containsExactly("2 names of the dynamic section are not in the file");
    }

    @Test
    void a_name_that_never_ends_is_not_read() throws IOException {
        ByteBuffer bytes = patched(ElfFixture.x86_64()
                .dynamicExecutable("2.34")
                .needs("n".repeat(ElfImage.MAX_STRING))
                .needs("n".repeat(ElfImage.MAX_STRING + 1)));

        ElfFile file = read(bytes);

        assertThat(file.dynamic().needed()).containsExactly("libc.so.6", "n".repeat(ElfImage.MAX_STRING));
        assertThat(file.damage().unreadable()).containsExactly("1 names of the dynamic section are not in the file");
    }

    @Test
    void version_needs_outside_the_file_are_reported() throws IOException {
        ByteBuffer bytes = patched(ElfFixture.x86_64().dynamicExecutable("2.34"));
        setDynamic(bytes, 0x6ffffffeL, 0x123456789L);

        ElfFile file = read(bytes);

        assertThat(file.dynamic().versionNeeds()).isEmpty();
        assertThat(file.dynamic().needed()).containsExactly("libc.so.6");
        assertThat(file.damage().unreadable()).containsExactly("the list of needed symbol versions leaves the file");
    }

    private static void setDynamic(ByteBuffer bytes, long tag, long value) {
        int at = (int) bytes.getLong(programHeader(bytes, ProgramHeader.PT_DYNAMIC) + P_OFFSET);
        while (bytes.getLong(at) != tag) {
            at += 16;
        }
        bytes.putLong(at + 8, value);
    }

    private static int programHeader(ByteBuffer bytes, int type) {
        int at = PHDRS;
        while (bytes.getInt(at) != type) {
            at += PHDR;
        }
        return at;
    }

    private static ByteBuffer patched(ElfFixture fixture) {
        return ByteBuffer.wrap(fixture.bytes()).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static ElfFile read(ElfFixture fixture) throws IOException {
        return read(fixture.bytes());
    }

    private static ElfFile read(ByteBuffer bytes) throws IOException {
        byte[] copy = new byte[bytes.capacity()];
        bytes.get(0, copy);
        return read(copy);
    }

    private static ElfFile read(byte[] bytes) throws IOException {
        return ElfReader.read(new BytesSource(bytes)).orElseThrow();
    }
}
