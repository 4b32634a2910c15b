package io.github.lambdabootstrap.archive.deflate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class HuffmanCodeTest {

    @Test
    void what_is_frequent_has_a_short_code() {
        HuffmanCode code = code(15, 45, 13, 12, 16, 9, 5);

        assertThat(code.lengths).containsExactly(1, 3, 3, 3, 4, 4);
    }

    /** The example of RFC 1951, 3.2.2, with the bits of each code in the order in which they are written. */
    @Test
    void codes_of_one_length_follow_each_other() {
        HuffmanCode code = HuffmanCode.ofLengths(new byte[] {3, 3, 3, 3, 3, 2, 4, 4}, 15);

        assertThat(code.codes)
                .containsExactly(
                        (short) 0b010,
                        (short) 0b110,
                        (short) 0b001,
                        (short) 0b101,
                        (short) 0b011,
                        (short) 0b00,
                        (short) 0b0111,
                        (short) 0b1111);
    }

    @Test
    void what_does_not_occur_has_no_code() {
        assertThat(code(15, 0, 7, 0, 7, 0).lengths).containsExactly(0, 1, 0, 1, 0);
    }

    @Test
    void a_code_has_two_symbols_at_least() {
        assertThat(code(15, 0, 0, 0).lengths).containsExactly(1, 1, 0);
        assertThat(code(15, 9, 0, 0).lengths).containsExactly(1, 1, 0);
        assertThat(code(15, 0, 9, 0).lengths).containsExactly(1, 1, 0);
    }

    @Test
    void no_code_is_longer_than_the_limit() {
        assertThat(code(4, 1, 1, 2, 3, 5, 8, 13, 21).lengths).containsExactly(4, 4, 4, 4, 4, 4, 3, 1);
    }

    @Test
    void every_code_is_complete() {
        Random random = new Random(1);
        for (int round = 0; round < 3000; round++) {
            int[] frequencies = new int[2 + random.nextInt(284)];
            for (int symbol = 0; symbol < frequencies.length; symbol++) {
                frequencies[symbol] = random.nextInt(4) == 0 ? 0 : (int) Math.exp(random.nextDouble() * 11);
            }
            int limit = 9 + random.nextInt(7);
            HuffmanCode code = new HuffmanCode(frequencies.length, limit);
            code.build(frequencies, 0);
            assertThat(kraft(code, limit)).isEqualTo(1 << limit);
        }
    }

    /** No code of other lengths is better: all of a small alphabet are tried. */
    @Test
    void without_need_for_the_limit_no_code_is_better() {
        Random random = new Random(2);
        for (int round = 0; round < 200; round++) {
            int[] frequencies = random.ints(6, 1, 60).toArray();
            assertThat(bits(code(15, frequencies).lengths, frequencies)).isEqualTo(best(frequencies, 0, 1 << 5, 5));
        }
    }

    private static HuffmanCode code(int limit, int... frequencies) {
        HuffmanCode code = new HuffmanCode(frequencies.length, limit);
        code.build(frequencies, 0);
        return code;
    }

    private static int kraft(HuffmanCode code, int limit) {
        int sum = 0;
        for (byte length : code.lengths) {
            sum += length == 0 ? 0 : 1 << (limit - length);
        }
        return sum;
    }

    private static int bits(byte[] lengths, int[] frequencies) {
        int bits = 0;
        for (int symbol = 0; symbol < frequencies.length; symbol++) {
            bits += lengths[symbol] * frequencies[symbol];
        }
        return bits;
    }

    private static int best(int[] frequencies, int from, int room, int limit) {
        if (from == frequencies.length) {
            return 0;
        }
        int best = 1 << 20;
        for (int length = 1; length <= limit; length++) {
            int taken = 1 << (limit - length);
            if (taken <= room) {
                best = Math.min(best, length * frequencies[from] + best(frequencies, from + 1, room - taken, limit));
            }
        }
        return best;
    }
}
