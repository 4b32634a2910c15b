package io.github.lambdabootstrap.elf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdabootstrap.model.ByteSource;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the bytes are, the readers answer, and soon. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileElfTest {

    private static final GoBuildInfoFixture INFO =
            GoBuildInfoFixture.function("v1.17.0").setting("-ldflags", "\"-X a=\\\"b\\\"\"");

    static Stream<byte[]> files() {
        ElfLayout big32 = new ElfLayout(false, false);
        return Stream.of(
                dynamic(ElfFixture.x86_64()).goBuildInfo(INFO).bytes(),
                dynamic(ElfFixture.arm64()).goBuildInfoByPointers(INFO).bytes(),
                dynamic(ElfFixture.of(20, big32)).goBuildInfoByPointers(INFO).bytes());
    }

    private static ElfFixture dynamic(ElfFixture fixture) {
        return fixture.dynamicExecutable("2.34")
                .weakVersion("libc.so.6", "GLIBC_2.38")
                .rpath("$ORIGIN")
                .soname("x")
                .x86IsaNeeded(7)
                .withSections();
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_file_may_end_anywhere(byte[] whole) {
        IntStream.range(4, whole.length).forEach(quietly(length -> read(Arrays.copyOf(whole, length))));
    }

    @ParameterizedTest
    @MethodSource("files")
    void any_byte_may_be_any_other(byte[] whole) {
        for (int value : new int[] {0x01, 0x80, 0xff}) {
            IntStream.range(4, whole.length).forEach(quietly(at -> {
                byte[] damaged = whole.clone();
                damaged[at] = (byte) value;
                read(damaged);
            }));
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void any_eight_bytes_may_be_the_greatest_or_the_smallest_number(byte[] whole) {
        for (int value : new int[] {0x00, 0xff}) {
            IntStream.range(4, whole.length - 8).forEach(quietly(at -> {
                byte[] damaged = whole.clone();
                Arrays.fill(damaged, at, at + 8, (byte) value);
                read(damaged);
            }));
        }
    }

    @Test
    void many_names_and_versions_take_little_time_and_are_bounded() throws IOException {
        ElfFixture fixture = ElfFixture.x86_64().dynamicExecutable("2.34");
        IntStream.range(0, 5000).forEach(i -> fixture.version("libc.so.6", "GLIBC_2." + i));
        ElfFile file = ElfReader.read(fixture.source()).orElseThrow();

        assertThat(file.dynamic().versionNeeds()).hasSizeBetween(4000, 4096);
        assertThat(file.damage().unreadable()).containsExactly("the list of needed symbol versions leaves the file");
    }

    @Test
    void a_source_that_cannot_be_read_is_an_exception_of_its_own() {
        assertThatThrownBy(() -> ElfReader.read(new ShortSource()))
                .isInstanceOf(IOException.class)
                .hasMessage("the content ends at byte 4 of 1000");
    }

    /** Claims more bytes than it gives, as a file that shrinks while it is read. */
    private static final class ShortSource implements ByteSource {
        @Override
        public long size() {
            return 1000;
        }

        @Override
        public byte[] read(long offset, int length) {
            return new byte[] {0x7f, 'E', 'L', 'F'};
        }

        @Override
        public void transferTo(Sink sink) {}
    }

    private interface Reading {
        void read(int value) throws IOException;
    }

    private static IntConsumer quietly(Reading reading) {
        return value -> {
            try {
                reading.read(value);
            } catch (IOException e) {
                throw new AssertionError("bytes in memory can always be read", e);
            }
        };
    }

    private static void read(byte[] bytes) throws IOException {
        BytesSource source = new BytesSource(bytes);
        ElfFile file = ElfReader.read(source).orElseThrow();
        file.linkage();
        file.foreignSystem();
        file.truncatedSegments();
        GoBuildInfo.read(file, source);
    }
}
