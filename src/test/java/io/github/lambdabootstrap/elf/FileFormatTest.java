package io.github.lambdabootstrap.elf;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileFormatTest {

    @ParameterizedTest(name = "{0} begins {1}")
    @CsvSource({
        "7f454c46, elf",
        "23212f62696e2f7368, script",
        "cafebabe00000034, java-class",
        "cafebabe0000002d, java-class",
        "cafebabeffff0041, java-class",
        "cafebabe0000002c, mach-o",
        "cafebabe00000002, mach-o",
        "cafebabf00000002, mach-o",
        "feedface, mach-o",
        "feedfacf, mach-o",
        "cefaedfe, mach-o",
        "cffaedfe, mach-o",
        "4d5a9000, pe",
        "213c617263683e0a, ar",
        "213c7468696e3e0a, ar",
        "0061736d01000000, wasm",
        "504b0304, zip",
        "504b0506, zip",
        "504b0708, zip",
        "1f8b08, gzip",
        "fd377a585a00, xz",
        "425a6839, bzip2",
        "28b52ffd, zstd",
        "377abcaf271c, 7z",
        "efbbbf2321, script-after-bom",
        "fffe23002100, script-after-bom",
        "feff00230021, script-after-bom",
        "efbbbf68690a, text",
        "0a23212f62696e2f7368, text",
        "c3a4090c0d1b207e, text",
        "61007f, unknown",
        "617f, unknown",
        "6108, unknown",
        "00, unknown",
        "7f454c, unknown",
        "cefaed00, unknown",
    })
    void the_first_bytes_name_the_format(String bytes, String id) {
        assertThat(FileFormat.of(HexFormat.of().parseHex(bytes)).id()).isEqualTo(id);
    }

    @Test
    void no_bytes_at_all_are_an_empty_file() {
        assertThat(FileFormat.of(new byte[0])).isEqualTo(FileFormat.EMPTY);
    }

    @Test
    void a_tar_archive_tells_behind_its_first_name() {
        byte[] head = new byte[FileFormat.HEAD_LENGTH];
        byte[] magic = "ustar".getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(magic, 0, head, 257, magic.length);
        assertThat(FileFormat.of(head)).isEqualTo(FileFormat.TAR);
    }

    @ParameterizedTest
    @ValueSource(ints = {511, 512})
    void what_lies_behind_the_first_512_bytes_does_not_matter(int textLength) {
        byte[] bytes = new byte[1024];
        Arrays.fill(bytes, 0, textLength, (byte) 'a');
        assertThat(FileFormat.of(bytes)).isEqualTo(textLength == 512 ? FileFormat.TEXT : FileFormat.UNKNOWN);
    }

    @Test
    void each_format_has_an_id_and_a_description_of_its_own() {
        assertThat(FileFormat.values())
                .extracting(FileFormat::id)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[a-z0-9-]+"));
        assertThat(FileFormat.values()).extracting(FileFormat::description).doesNotHaveDuplicates();
        assertThat(FileFormat.PE.description()).isEqualTo("a Windows (PE) executable");
    }
}
