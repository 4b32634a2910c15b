package io.github.lambdabootstrap.archive.deflate;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.DataFormatException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.provider.MethodSource;

/** What the encoder writes, zlib reads; {@code docs/proof.md} says how to let it search. */
@Tag("fuzz")
class DeflateFuzzTest {

    // literals and copies of what came before grow to more than a segment
    private static final int MOST = DeflateEncoder.SEGMENT + 100_000;

    private static final DeflateEncoder ENCODER = new DeflateEncoder();
    private static final DeflateEncoder OTHER = new DeflateEncoder();

    static Stream<byte[]> contents() {
        return Stream.concat(
                Contents.all().values().stream().filter(content -> content.length < 600),
                Stream.of(
                        new byte[] {4, 1, 2, 3, 4, (byte) 0x9F, 0, 2, (byte) 0xFF, (byte) 0xFF, 3},
                        new byte[] {1, 65, (byte) 0xFF, (byte) 0xFF, 0, (byte) 0x90, 5, 0, 2, 66, 67}));
    }

    @MethodSource("contents")
    @FuzzTest(maxDuration = "10m")
    void contents_come_back(byte[] bytes) throws IOException, DataFormatException {
        check(bytes);
        check(grown(bytes));
    }

    /** Also with what another content has left in the encoder, and whatever segment comes first. */
    private static void check(byte[] content) throws IOException, DataFormatException {
        byte[] stream = Streams.deflated(content, ENCODER);
        assertThat(Streams.inflated(stream, content.length)).isEqualTo(content);
        int end = stream.length;
        for (long segment = DeflateEncoder.segments(content.length) - 1; segment >= 0; segment--) {
            byte[] again = Streams.segment(content, segment, OTHER);
            end -= again.length;
            assertThat(Arrays.copyOfRange(stream, end, end + again.length)).isEqualTo(again);
        }
        assertThat(end).isZero();
    }

    /** Each byte below 128 is a number of literals that follow; others are the length of a copy, then its distance. */
    private static byte[] grown(byte[] program) {
        byte[] content = new byte[MOST];
        int size = 0;
        for (int at = 0; at < program.length && size < MOST; ) {
            int count = program[at++] & 0xFF;
            if (count < 128) {
                int taken = Math.min(Math.min(count, program.length - at), MOST - size);
                System.arraycopy(program, at, content, size, taken);
                at += taken;
                size += taken;
            } else if (at + 1 < program.length) {
                int distance = 1 + ((program[at] & 0xFF) << 8 | (program[at + 1] & 0xFF));
                int length = count < 0xF0 ? count : (count & 0xF) * 5000;
                at += 2;
                for (int i = 0; i < length && size < MOST && size >= distance; i++, size++) {
                    content[size] = content[size - distance];
                }
            }
        }
        return Arrays.copyOf(content, size);
    }
}
