package io.github.lambdabootstrap.elf;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdabootstrap.model.Architecture;
import java.io.IOException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The header's fields, byte by byte. */
class ElfHeaderTest {

    private static final String IDENT_64 = "7f454c46 02 01 01 03 0000000000000000";
    private static final String IDENT_32_BIG = "7f454c46 01 02 01 00 0000000000000000";

    @Test
    void each_field_of_a_64_bit_header_is_where_the_specification_says() throws IOException {
        ElfHeader header = header(IDENT_64
                + "0300 3e00 01000000" // e_type, e_machine, e_version
                + "8877665544332211" // e_entry
                + "4000000000000000" // e_phoff
                + "0010000000000000" // e_shoff
                + "ffffffff 4000" // e_flags, e_ehsize
                + "3800 0000 4000 0500 0400"); // e_phentsize, e_phnum, e_shentsize, e_shnum, e_shstrndx

        assertThat(header)
                .isEqualTo(new ElfHeader(
                        new ElfIdent(2, 1, 3),
                        new ElfLayout(true, true),
                        ElfHeader.ET_DYN,
                        new ElfMachine(62),
                        0x1122334455667788L,
                        new ElfHeader.Table(64, 56, 0),
                        new ElfHeader.Table(4096, 64, 5),
                        4));
        assertThat(header.architecture()).contains(Architecture.X86_64);
    }

    @Test
    void each_field_of_a_32_bit_big_endian_header_is_where_the_specification_says() throws IOException {
        ElfHeader header = header(IDENT_32_BIG
                + "0002 0014 00000001" // e_type, e_machine, e_version
                + "f1223344" // e_entry
                + "00000034" // e_phoff
                + "00001000" // e_shoff
                + "ffffffff 0034" // e_flags, e_ehsize
                + "0020 0000 0028 0005 0004"
                + "000000000000000000000000");

        assertThat(header)
                .isEqualTo(new ElfHeader(
                        new ElfIdent(1, 2, 0),
                        new ElfLayout(false, false),
                        ElfHeader.ET_EXEC,
                        new ElfMachine(20),
                        0xf1223344L,
                        new ElfHeader.Table(52, 32, 0),
                        new ElfHeader.Table(4096, 40, 5),
                        4));
        assertThat(header.architecture()).isEmpty();
    }

    @ParameterizedTest(name = "class {0}, data {1}")
    @CsvSource({"1, 1", "2, 2", "1, 2", "0, 0", "255, 255"})
    void the_kernel_ignores_class_and_byte_order_and_so_does_the_reader(int eiClass, int eiData) throws IOException {
        ElfHeader header = read(ElfFixture.arm64().claiming(eiClass, eiData)).header();

        assertThat(header.eIdent()).isEqualTo(new ElfIdent(eiClass, eiData, 0));
        assertThat(header.layout()).isEqualTo(new ElfLayout(true, true));
        assertThat(header.architecture()).contains(Architecture.ARM64);
    }

    @Test
    void a_program_header_size_of_another_class_means_what_the_class_says() throws IOException {
        ElfFile x32 = read(ElfFixture.of(ElfMachine.EM_X86_64, new ElfLayout(false, true)));

        assertThat(x32.header().layout()).isEqualTo(new ElfLayout(false, true));
        assertThat(x32.segments()).hasSize(2);
        assertThat(x32.damage()).isEqualTo(ElfDamage.NONE);
    }

    @ParameterizedTest(name = "machine {0} is {1}")
    @CsvSource({
        "62, x86_64",
        "183, arm64",
        "3, i386",
        "40, arm",
        "243, riscv",
        "22, s390x",
        "21, ppc64",
        "8, mips",
        "258, loongarch",
        "0, machine-0",
        "65535, machine-65535",
    })
    void each_common_machine_has_its_name(int eMachine, String name) throws IOException {
        ElfFile file = read(ElfFixture.of(eMachine, new ElfLayout(true, true)));
        assertThat(file.header().machine().name()).isEqualTo(name);
    }

    @ParameterizedTest(name = "type {0} is {1}")
    @CsvSource({
        "1, an object file (.o)",
        "2, an executable",
        "3, a position-independent executable or shared library",
        "4, a core dump",
        "0, an ELF file of type 0",
        "65024, an ELF file of type 65024",
    })
    void each_file_type_has_its_description(int eType, String description) throws IOException {
        assertThat(read(ElfFixture.x86_64().type(eType)).header().typeDescription())
                .isEqualTo(description);
    }

    @Test
    void section_headers_are_there_or_not() throws IOException {
        assertThat(read(ElfFixture.x86_64()).header().hasSectionHeaders()).isFalse();
        assertThat(read(ElfFixture.x86_64().withSections()).header().hasSectionHeaders())
                .isTrue();
    }

    private static ElfHeader header(String hex) throws IOException {
        byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
        return ElfReader.read(new BytesSource(bytes)).orElseThrow().header();
    }

    private static ElfFile read(ElfFixture fixture) throws IOException {
        return ElfReader.read(fixture.source()).orElseThrow();
    }
}
