package io.github.lambdabootstrap.archive.deflate;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.lambdabootstrap.model.Sha256;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DeflateEncoderTest {

    private static final int SEGMENT = DeflateEncoder.SEGMENT;

    private final DeflateEncoder encoder = new DeflateEncoder();

    static Stream<String> contents() {
        return Contents.all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("contents")
    void zlib_reads_what_was_written(String name) throws IOException, DataFormatException {
        byte[] content = Contents.all().get(name);

        assertThat(Streams.inflated(Streams.deflated(content, encoder), content.length))
                .isEqualTo(content);
    }

    @Test
    void zlib_reads_executables() throws IOException, DataFormatException {
        Path java = Path.of(System.getProperty("java.home"));
        try (Stream<Path> files = Files.walk(java.resolve("lib"))) {
            for (Path file :
                    files.filter(Files::isRegularFile).sorted().limit(60).toList()) {
                byte[] content = Files.readAllBytes(file);
                if (content.length < 8 * SEGMENT) {
                    assertThat(Streams.inflated(Streams.deflated(content, encoder), content.length))
                            .as(file.toString())
                            .isEqualTo(content);
                }
            }
        }
    }

    /** The bytes of a version are a promise: whoever changes them on purpose says so in the changelog. */
    @Test
    void the_bytes_are_the_same_on_every_jdk_and_machine() throws IOException {
        StringBuilder digests = new StringBuilder();
        for (Map.Entry<String, byte[]> content : Contents.all().entrySet()) {
            digests.append(Sha256.of(new ByteArrayInputStream(Streams.deflated(content.getValue(), encoder))))
                    .append(' ')
                    .append(content.getKey())
                    .append('\n');
        }

        assertThat(Sha256.of(new ByteArrayInputStream(digests.toString().getBytes(US_ASCII)))
                        .hex())
                .as(digests.toString())
                .isEqualTo("cd48d403aa4ad5c57f4ddc3268c4e16ca4959f513597e17f7a8e37e9c86a31bd");
    }

    @ParameterizedTest
    @CsvSource({
        "'', 0300",
        "a, 4b0400",
        "aaaaaaaaaaaaaaaaaaaa, 4bc40200",
        // a match may overlap itself; zlib writes the same with Z_FIXED
        "Blah blah blah blah blah!, 73ca49cc5048c2241401",
    })
    void short_texts_are_blocks_of_fixed_codes(String text, String stream) throws IOException {
        byte[] content = text.getBytes(US_ASCII);

        assertThat(HexFormat.of().formatHex(Streams.deflated(content, encoder))).isEqualTo(stream);
    }

    @Test
    void what_cannot_be_compressed_is_stored() throws IOException {
        byte[] noise = Contents.noise(300);

        byte[] stream = Streams.deflated(noise, encoder);

        // last and stored; 300 = 0x012C and its complement
        assertThat(HexFormat.of().formatHex(stream, 0, 5)).isEqualTo("012c01d3fe");
        assertThat(Arrays.copyOfRange(stream, 5, stream.length)).isEqualTo(noise);
    }

    @Test
    void what_cannot_be_compressed_grows_by_five_bytes_for_each_stored_block_alone() throws IOException {
        byte[] noise = Contents.noise(3 * SEGMENT);

        assertThat(Streams.deflated(noise, encoder)).hasSizeLessThan(noise.length + noise.length / 10_000);
    }

    @Test
    void a_segment_refers_to_what_is_before_it() throws IOException {
        byte[] noise = Contents.periodic(Contents.noise(30_000), SEGMENT + 30_000);

        assertThat(Streams.segment(noise, 1, encoder)).hasSizeLessThan(300);
    }

    @Test
    void neither_what_was_encoded_before_nor_the_order_leaves_a_trace() throws IOException {
        byte[] content = Contents.text(4 * SEGMENT + 5);
        List<byte[]> segments = new ArrayList<>();
        for (int segment = 0; segment < 5; segment++) {
            segments.add(Streams.segment(content, segment, new DeflateEncoder()));
        }
        Streams.deflated(Contents.noise(2 * SEGMENT), encoder);

        List<Integer> order = new ArrayList<>(List.of(0, 1, 2, 3, 4));
        Collections.reverse(order);
        for (int segment : order) {
            assertThat(Streams.segment(content, segment, encoder)).isEqualTo(segments.get(segment));
        }
    }

    @Test
    void each_segment_has_its_checksum() throws IOException {
        byte[] content = Contents.text(SEGMENT + 9);
        CRC32 crc = new CRC32();
        crc.update(content, SEGMENT, 9);

        Streams.segment(content, 1, encoder);

        assertThat(encoder.crc()).isEqualTo(crc.getValue());
    }

    @Test
    void a_content_that_is_shorter_than_it_was_is_refused() {
        assertThatExceptionOfType(EOFException.class)
                .isThrownBy(() -> encoder.encode(new ByteArrayInputStream(new byte[9]), 10, 0));
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "262144, 1", "262145, 2", "5368709121, 20481"})
    void an_empty_content_has_a_segment_too(long size, long segments) {
        assertThat(DeflateEncoder.segments(size)).isEqualTo(segments);
    }

    @Test
    void a_segment_far_beyond_two_gigabytes_is_like_any_other() throws IOException {
        long before = 5L << 30;
        byte[] tail = Contents.text(70_000);
        byte[] whole = Arrays.copyOf(new byte[SEGMENT], SEGMENT + tail.length);
        System.arraycopy(tail, 0, whole, SEGMENT, tail.length);

        int length = encoder.encode(new ZerosAndThen(before, tail), before + tail.length, before / SEGMENT);

        assertThat(Arrays.copyOf(encoder.output(), length)).isEqualTo(Streams.segment(whole, 1, new DeflateEncoder()));
    }

    /** Skips as fast as a file does. */
    private static final class ZerosAndThen extends InputStream {

        private final ByteArrayInputStream tail;
        private long zeros;

        ZerosAndThen(long zeros, byte[] tail) {
            this.zeros = zeros;
            this.tail = new ByteArrayInputStream(tail);
        }

        @Override
        public long skip(long count) {
            long skipped = Math.min(count, zeros);
            zeros -= skipped;
            return skipped;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (zeros == 0) {
                return tail.read(into, offset, length);
            }
            int count = (int) Math.min(length, zeros);
            Arrays.fill(into, offset, offset + count, (byte) 0);
            zeros -= count;
            return count;
        }

        @Override
        public int read() {
            return zeros-- > 0 ? 0 : tail.read();
        }
    }
}
