package io.github.lambdabootstrap.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.lambdabootstrap.model.ByteSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntryContentTest {

    private static final int BLOCK = BlockReader.BLOCK;

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0} bytes")
    @ValueSource(ints = {0, 1, 1000, BLOCK - 1, BLOCK, BLOCK + 1, 3 * BLOCK + 7})
    void any_part_can_be_read_in_any_order(int size) throws IOException {
        byte[] noise = noise(size);
        Random random = new Random(size);
        try (LambdaArchive archive =
                open(ZipFixture.zip().file("a", noise).file("b", "").stored(noise))) {
            for (ArchiveEntry entry : archive.entries()) {
                ByteSource content = archive.content(entry).orElseThrow();
                for (int i = 0; i < 30; i++) {
                    int from = random.nextInt(size + 1);
                    int to = from + random.nextInt(size + 1);
                    assertThat(content.read(from, to - from))
                            .isEqualTo(Arrays.copyOfRange(noise, from, Math.min(to, size)));
                }
                assertThat(content.size()).isEqualTo(size);
                assertThat(content.read(size, 10)).isEmpty();
                assertThat(content.read(Long.MAX_VALUE, Integer.MAX_VALUE)).isEmpty();
                assertThat(whole(content)).isEqualTo(noise);
            }
        }
    }

    @Test
    void more_than_is_kept_can_be_read_backwards() throws IOException {
        long size = 100L << 20;
        try (LambdaArchive archive = open(ZipFixture.zip().zeros("big", size).file("text", "text"))) {
            ByteSource big = archive.content(archive.entries().get(0)).orElseThrow();
            ByteSource text = archive.content(archive.entries().get(1)).orElseThrow();

            assertThat(big.read(size - 2, 10)).containsExactly(0, 0);
            assertThat(big.read(0, 2)).containsExactly(0, 0);
            assertThat(text.read(0, 10)).asString().isEqualTo("text");
            assertThat(big.read(size / 2, 2)).containsExactly(0, 0);
        }
    }

    @Test
    void content_that_was_asked_for_is_kept_when_it_is_checked() throws IOException {
        byte[] noise = noise(5 * BLOCK);
        Path path = ZipFixture.zip().file("a", noise).write(folder.resolve("a.zip"));
        try (LambdaArchive archive = (LambdaArchive) LambdaArchive.open(path)) {
            ByteSource content = archive.content(archive.entries().get(0)).orElseThrow();
            archive.check(EntryScans.NONE);
            // nothing is left that could be read again
            Files.write(path, new byte[0]);

            assertThat(whole(content)).isEqualTo(noise);
        }
    }

    @Test
    void a_claim_is_no_content() throws IOException {
        try (LambdaArchive archive = open(ZipFixture.zip()
                .file("less", "text")
                .both(header -> header.uncompressedSize = 0xFFFFFFFFL)
                .file("more", "text")
                .both(header -> header.uncompressedSize = 2))) {
            ByteSource less = archive.content(archive.entries().get(0)).orElseThrow();
            ByteSource more = archive.content(archive.entries().get(1)).orElseThrow();

            assertThat(less.size()).isEqualTo(LambdaArchive.MOST_CONTENT);
            assertThat(less.read(0, Integer.MAX_VALUE)).asString().isEqualTo("text");
            assertThat(less.read(200_000_000, 10)).isEmpty();
            assertThat(whole(less)).asString().isEqualTo("text");
            assertThat(more.read(0, 10)).asString().isEqualTo("te");
            assertThat(whole(more)).asString().isEqualTo("te");
        }
    }

    @Test
    void damaged_content_fails_each_time_it_is_read() throws IOException {
        try (LambdaArchive archive = open(ZipFixture.zip()
                .file("damaged", "text")
                .data(new byte[] {6})
                .file("nowhere", "text")
                .offset(9999))) {
            ByteSource damaged = archive.content(archive.entries().get(0)).orElseThrow();
            ByteSource nowhere = archive.content(archive.entries().get(1)).orElseThrow();

            for (int i = 0; i < 2; i++) {
                assertThatExceptionOfType(IOException.class)
                        .isThrownBy(() -> damaged.read(0, 1))
                        .withMessage("invalid block type");
                assertThatExceptionOfType(IOException.class)
                        .isThrownBy(() -> nowhere.read(0, 1))
                        .withMessage("no local header at 9999");
            }
        }
    }

    @Test
    void what_cannot_be_read_has_no_content() throws IOException {
        try (LambdaArchive archive = open(ZipFixture.zip()
                .file("secret", "text")
                .encrypted()
                .file("zstd", "text")
                .method(93))) {
            assertThat(archive.entries())
                    .allSatisfy(entry -> assertThat(archive.content(entry)).isEmpty());
        }
    }

    @Test
    void a_closed_archive_has_no_content() throws IOException {
        ByteSource content;
        try (LambdaArchive archive = open(ZipFixture.zip().file("a", "text"))) {
            content = archive.content(archive.entries().get(0)).orElseThrow();
        }

        assertThatExceptionOfType(ClosedChannelException.class).isThrownBy(() -> content.read(0, 1));
    }

    @Test
    void negative_places_are_refused() throws IOException {
        try (LambdaArchive archive = open(ZipFixture.zip().file("a", "text"))) {
            ByteSource content = archive.content(archive.entries().get(0)).orElseThrow();

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> content.read(-1, 1))
                    .withMessage("negative offset or length: -1, 1");
        }
    }

    private LambdaArchive open(ZipFixture zip) throws IOException {
        return (LambdaArchive) LambdaArchive.open(zip.write(folder.resolve("a.zip")));
    }

    private static byte[] whole(ByteSource content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        content.transferTo((buffer, length) -> bytes.write(buffer, 0, length));
        return bytes.toByteArray();
    }

    private static byte[] noise(int size) {
        byte[] noise = new byte[size];
        new Random(1).nextBytes(noise);
        return noise;
    }
}
