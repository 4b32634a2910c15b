package io.github.lambdabootstrap.archive.deflate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class BitWriterTest {

    private final byte[] bytes = new byte[64];
    private final BitWriter out = new BitWriter(bytes);

    @Test
    void the_first_bit_is_the_lowest_of_its_byte() {
        out.write(1, 1);
        out.write(0b10, 2);
        out.write(0b11111, 5);

        assertThat(written()).isEqualTo("fd");
    }

    @Test
    void a_value_goes_on_in_the_next_byte() {
        out.write(0b101, 3);
        out.write(0x1FFF, 13);

        assertThat(written()).isEqualTo("fdff");
    }

    @Test
    void fifty_six_bits_go_in_one_piece_behind_seven() {
        out.write(0x7F, 7);
        out.write(0xFEDCBA98765432L, 56);
        out.write(1, 1);

        assertThat(written()).isEqualTo("7f192a3b4c5d6eff");
    }

    @Test
    void zeros_fill_the_byte_that_has_begun_and_no_other() {
        out.write(1, 1);
        assertThat(out.unaligned()).isEqualTo(1);
        out.align();
        assertThat(out.unaligned()).isZero();
        out.align();

        assertThat(written()).isEqualTo("01");
    }

    @Test
    void whole_bytes_follow_bits() {
        out.write(3, 8);
        out.write(new byte[] {9, 8, 7, 6}, 1, 2);
        out.write(5, 8);

        assertThat(written()).isEqualTo("03080705");
    }

    @Test
    void a_second_use_begins_anew() {
        out.write(0xFFF, 12);
        out.reset();
        out.write(2, 8);

        assertThat(written()).isEqualTo("02");
        assertThat(out.unaligned()).isZero();
    }

    private String written() {
        return HexFormat.of().formatHex(Arrays.copyOf(bytes, out.size()));
    }
}
