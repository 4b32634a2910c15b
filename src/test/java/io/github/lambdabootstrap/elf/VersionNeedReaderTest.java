package io.github.lambdabootstrap.elf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The two-level list by its bytes; file names are 1 and 5, versions 9, 10 and 11. */
class VersionNeedReaderTest {

    private static final String LEAVES = "the list of needed symbol versions leaves the file";
    private static final String FIRST = "0100 0100 01000000 10000000 20000000";
    private static final String FIRST_VERSION = "00000000 0000 0200 09000000 00000000";
    private static final String LAST = "0100 0200 05000000 10000000 00000000";
    private static final String LAST_VERSIONS =
            "00000000 0200 0300 0a000000 10000000" + "00000000 0000 0400 0b000000 00000000";

    @Test
    void each_file_has_its_versions() throws IOException {
        ElfImage image = image(FIRST + FIRST_VERSION + LAST + LAST_VERSIONS);
        VersionNeedReader reader = new VersionNeedReader(image);
        reader.read(0);

        assertThat(reader.names()).containsExactly(1L, 9L, 5L, 10L, 5L, 11L);
        assertThat(image.damage()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "no bytes, ''",
        "half a file record, 0100 0100 01000000 10000000",
        "no version behind the file, 0100 0100 01000000 10000000 00000000",
        "half a version, 0100 0100 01000000 10000000 00000000 00000000 0000 0200",
        "a next version outside, 0100 0200 01000000 10000000 00000000 00000000 0000 0200 09000000 01000000",
        "a next file outside, 0100 0100 01000000 10000000 11000000 00000000 0000 0200 09000000 00000000",
        "a first version far outside, 0100 0100 01000000 ffffffff 00000000 00000000 0000 0200 09000000 00000000",
    })
    void a_list_that_leaves_the_file_is_reported(String what, String hex) throws IOException {
        ElfImage image = image(hex);
        new VersionNeedReader(image).read(0);

        assertThat(image.damage()).as(what).containsExactly(LEAVES);
    }

    @Test
    void a_list_at_an_address_outside_the_file_is_reported() throws IOException {
        ElfImage image = image(FIRST);
        new VersionNeedReader(image).read(1000);

        assertThat(image.damage()).containsExactly(LEAVES);
    }

    private static ElfImage image(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
        ProgramHeader all = new ProgramHeader(ProgramHeader.PT_LOAD, 4, 0, 0, 500, 500);
        return new ElfImage(new Blocks(new BytesSource(bytes)), new ElfLayout(true, true), List.of(all));
    }
}
