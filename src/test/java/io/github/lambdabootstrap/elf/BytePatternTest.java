package io.github.lambdabootstrap.elf;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BytePatternTest {

    @ParameterizedTest(name = "abcab in {0} from {1}: {2}")
    @CsvSource({
        "abcab, 0, 0",
        "xabcab, 0, 1",
        "xxabcababcab, 3, 7",
        "abcaabcab, 0, 4",
        "abcabcab, 1, 3",
        "abca, 0, -1",
        "abcaxabcb, 0, -1",
        "'', 0, -1",
        "bcaababcab, 0, 5",
    })
    void the_first_place_is_found(String text, int from, int index) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        assertThat(BytePattern.of("abcab").find(bytes, from, bytes.length)).isEqualTo(index);
    }

    @ParameterizedTest(name = "up to {0}: {1}")
    @CsvSource({"7, -1", "8, 3"})
    void the_place_must_end_before_the_limit(int to, int index) {
        byte[] bytes = "xxxabcabxx".getBytes(StandardCharsets.US_ASCII);
        assertThat(BytePattern.of("abcab").find(bytes, 0, to)).isEqualTo(index);
        assertThat(BytePattern.of("abcab").isAt(bytes, 3, to)).isEqualTo(index == 3);
    }
}
