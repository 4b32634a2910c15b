package io.github.lambdabootstrap.archive.deflate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables of RFC 1951, 3.2.5. */
class SymbolsTest {

    @ParameterizedTest
    @CsvSource({
        "3, 257, 0, 3", "10, 264, 0, 10", "11, 265, 1, 11", "12, 265, 1, 11", "13, 266, 1, 13", "18, 268, 1, 17",
        "19, 269, 2, 19", "34, 272, 2, 31", "35, 273, 3, 35", "66, 276, 3, 59", "67, 277, 4, 67", "130, 280, 4, 115",
        "131, 281, 5, 131", "257, 284, 5, 227", "258, 285, 0, 258",
    })
    void a_length_has_a_symbol_and_bits_that_follow(int length, int symbol, int extra, int base) {
        assertThat(Symbols.ofLength(length)).isEqualTo(symbol);
        assertThat(Symbols.extraBitsOfLength(symbol)).isEqualTo(extra);
        assertThat(Symbols.baseOfLength(symbol)).isEqualTo(base);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0, 0, 1",
        "2, 1, 0, 2",
        "3, 2, 0, 3",
        "4, 3, 0, 4",
        "5, 4, 1, 5",
        "6, 4, 1, 5",
        "7, 5, 1, 7",
        "9, 6, 2, 9",
        "192, 14, 6, 129",
        "193, 15, 6, 193",
        "256, 15, 6, 193",
        "257, 16, 7, 257",
        "24576, 28, 13, 16385",
        "24577, 29, 13, 24577",
        "32768, 29, 13, 24577",
    })
    void a_distance_has_a_symbol_and_bits_that_follow(int distance, int symbol, int extra, int base) {
        assertThat(Symbols.ofDistance(distance)).isEqualTo(symbol);
        assertThat(Symbols.extraBitsOfDistance(symbol)).isEqualTo(extra);
        assertThat(Symbols.baseOfDistance(symbol)).isEqualTo(base);
    }

    @Test
    void every_length_and_distance_can_be_said() {
        for (int length = 3; length <= 258; length++) {
            int symbol = Symbols.ofLength(length);
            assertThat(length - Symbols.baseOfLength(symbol))
                    .isBetween(0, (1 << Symbols.extraBitsOfLength(symbol)) - 1);
        }
        for (int distance = 1; distance <= 32768; distance++) {
            int symbol = Symbols.ofDistance(distance);
            assertThat(distance - Symbols.baseOfDistance(symbol))
                    .isBetween(0, (1 << Symbols.extraBitsOfDistance(symbol)) - 1);
        }
    }
}
