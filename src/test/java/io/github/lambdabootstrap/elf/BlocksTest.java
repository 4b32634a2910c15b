package io.github.lambdabootstrap.elf;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdabootstrap.model.ByteSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlocksTest {

    private static final int BLOCK = 1 << 16;
    private static final int SIZE = 10 * BLOCK;

    private final CountingSource source = new CountingSource();
    private final Blocks blocks = new Blocks(source);

    @ParameterizedTest(name = "{1} bytes at {0} are {2}")
    @CsvSource({
        "0, 1, 1",
        "65535, 2, 2",
        "65536, 131073, 131073",
        "655359, 10, 1",
        "655360, 10, 0",
        "655361, 10, 0",
        "-1, 10, 0",
        "5, 0, 0"
    })
    void a_piece_may_span_blocks_and_ends_with_the_file(long offset, int length, int expected) throws IOException {
        byte[] bytes = blocks.read(offset, length);

        assertThat(bytes).hasSize(expected);
        for (int i = 0; i < bytes.length; i++) {
            assertThat(bytes[i]).isEqualTo(CountingSource.at(offset + i));
        }
    }

    @Test
    void a_block_is_asked_for_once_while_it_is_among_the_last_eight() throws IOException {
        for (int i = 0; i < 8; i++) {
            blocks.read((long) i * BLOCK, 10);
            blocks.read((long) i * BLOCK + 100, 10);
        }
        blocks.read(0, 10);
        assertThat(source.offsets).containsExactlyElementsOf(offsets(0, 8));

        blocks.read(8L * BLOCK, 10); // drops block 1, since block 0 was used later
        blocks.read(0, 10);
        blocks.read(BLOCK, 10);
        assertThat(source.offsets.subList(8, source.offsets.size())).containsExactly(8L * BLOCK, (long) BLOCK);
    }

    private static List<Long> offsets(int from, int to) {
        return LongStream.range(from, to).mapToObj(i -> i * BLOCK).toList();
    }

    private static final class CountingSource implements ByteSource {

        private final List<Long> offsets = new ArrayList<>();

        static byte at(long offset) {
            return (byte) (offset * 31 + offset / BLOCK);
        }

        @Override
        public long size() {
            return SIZE;
        }

        @Override
        public byte[] read(long offset, int length) {
            offsets.add(offset);
            byte[] bytes = new byte[(int) Math.min(length, SIZE - offset)];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = at(offset + i);
            }
            return bytes;
        }

        @Override
        public void transferTo(Sink sink) {
            throw new UnsupportedOperationException();
        }
    }
}
