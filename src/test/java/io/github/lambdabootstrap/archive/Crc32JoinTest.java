package io.github.lambdabootstrap.archive;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

class Crc32JoinTest {

    private static final byte[] CHECK = "123456789".getBytes(US_ASCII);

    /** 0xCBF43926 is the check value of CRC-32, which every description of it names. */
    @Test
    void the_parts_of_a_content_have_the_checksum_of_the_whole() {
        for (int cut = 0; cut <= CHECK.length; cut++) {
            assertThat(Crc32Join.of(crc(0, cut), crc(cut, CHECK.length), CHECK.length - cut))
                    .as("cut at %d", cut)
                    .isEqualTo(0xCBF43926L);
        }
    }

    /** Joined by doubling: 2^33 zeros are 8 GiB. The CRC-32 of one zero byte is 0xD202EF8D. */
    @Test
    void sizes_beyond_four_gigabytes_are_no_other_than_the_same_by_steps() {
        long crc = 0xD202EF8DL;
        long step = crc;
        for (long size = 1; size < 1L << 33; size *= 2) {
            step = Crc32Join.of(step, step, size);
        }
        long thrice = Crc32Join.of(Crc32Join.of(step, step, 1L << 33), crc, 1);

        assertThat(Crc32Join.of(step, Crc32Join.of(step, crc, 1), (1L << 33) + 1))
                .isEqualTo(thrice);
    }

    private static long crc(int from, int to) {
        CRC32 crc = new CRC32();
        crc.update(CHECK, from, to - from);
        return crc.getValue();
    }
}
