package io.github.lambdabootstrap.elf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Notes by their bytes, as a linker writes them for x86-64. */
class GnuPropertiesTest {

    private static final String GNU = "474e5500";
    private static final String FEATURES = "020000c0 04000000 03000000 00000000";
    private static final String ISA_V3 = "028000c0 04000000 07000000 00000000";
    private static final String PROPERTIES = "04000000 20000000 05000000" + GNU + FEATURES + ISA_V3;
    private static final String BUILD_ID = "04000000 03000000 03000000" + GNU + "aabbcc00 00000000";

    @Test
    void the_level_may_follow_another_property() throws IOException {
        assertThat(isa(PROPERTIES)).isEqualTo(7);
    }

    @Test
    void the_note_may_follow_another_note() throws IOException {
        assertThat(isa(BUILD_ID + PROPERTIES)).isEqualTo(7);
    }

    @Test
    void notes_of_several_parts_add_up() throws IOException {
        assertThat(isa(ProgramHeader.PT_NOTE, BUILD_ID, PROPERTIES)).isEqualTo(7);
    }

    @Test
    void the_part_for_properties_alone_counts_where_there_is_one() throws IOException {
        byte[] bytes = bytes(PROPERTIES);
        ElfImage image = new ElfImage(
                new Blocks(new BytesSource(bytes)),
                new ElfLayout(true, true),
                List.of(part(ProgramHeader.PT_NOTE, 0, bytes.length), part(ProgramHeader.PT_GNU_PROPERTY, 0, 8)));
        assertThat(GnuProperties.x86IsaNeeded(image)).isZero();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "another owner, 04000000 10000000 05000000 474e5501" + ISA_V3,
        "a longer owner, 08000000 10000000 05000000 474e5500 00000000" + ISA_V3,
        "another type, 04000000 10000000 04000000 474e5500" + ISA_V3,
        "another property, 04000000 10000000 05000000 474e5500 018000c0 04000000 07000000 00000000",
        "another size of the property, 04000000 10000000 05000000 474e5500 028000c0 08000000 07000000 00000000",
        "a negative size of a property, 04000000 20000000 05000000 474e5500 020000c0 f0ffffff 00000000 00000000"
                + ISA_V3,
        "a property that leaves the note, 04000000 20000000 05000000 474e5500 020000c0 19000000 0000000000000000"
                + ISA_V3,
        "a negative name size, fcffffff 10000000 05000000 474e5500" + ISA_V3,
        "a negative size, 04000000 f0ffffff 05000000 474e5500" + ISA_V3,
        "a size that leaves the file, 04000000 11000000 05000000 474e5500" + ISA_V3,
        "less than a note, 04000000 10000000 050000",
        "nothing, ''",
    })
    void anything_else_asks_for_nothing(String what, String hex) throws IOException {
        assertThat(isa(hex)).as(what).isZero();
    }

    @Test
    void no_more_than_eight_parts_are_looked_at() throws IOException {
        String none = BUILD_ID;
        assertThat(isa(ProgramHeader.PT_NOTE, none, none, none, none, none, none, none, PROPERTIES))
                .isEqualTo(7);
        assertThat(isa(ProgramHeader.PT_NOTE, none, none, none, none, none, none, none, none, PROPERTIES))
                .isZero();
    }

    private static int isa(String hex) throws IOException {
        return isa(ProgramHeader.PT_NOTE, hex);
    }

    private static int isa(int type, String... parts) throws IOException {
        byte[] bytes = bytes(String.join("", parts));
        ProgramHeader[] headers = new ProgramHeader[parts.length];
        int at = 0;
        for (int i = 0; i < parts.length; i++) {
            int length = bytes(parts[i]).length;
            headers[i] = part(type, at, length);
            at += length;
        }
        return GnuProperties.x86IsaNeeded(
                new ElfImage(new Blocks(new BytesSource(bytes)), new ElfLayout(true, true), List.of(headers)));
    }

    private static ProgramHeader part(int type, long offset, long size) {
        return new ProgramHeader(type, 4, offset, offset, size, size);
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }
}
