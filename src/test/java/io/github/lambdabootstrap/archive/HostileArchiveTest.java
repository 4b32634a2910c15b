package io.github.lambdabootstrap.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdabootstrap.Bounds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the bytes are: no exception, no hang, no memory beyond a bound. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class HostileArchiveTest {

    private static final byte[] ZIP = ZipSeeds.FORMS;
    private static final byte[] ZIP64 = ZipSeeds.ZIP64;

    @TempDir
    Path folder;

    @Test
    void a_zip_cut_at_any_length_is_no_zip() throws IOException {
        for (byte[] zip : new byte[][] {ZIP, ZIP64}) {
            for (int length = 0; length < zip.length; length++) {
                assertThat(readAll(Arrays.copyOf(zip, length)))
                        .as("cut to %d bytes", length)
                        .isInstanceOf(UnreadableArchive.class);
            }
        }
    }

    @Test
    void a_zip_with_any_byte_changed_is_read_to_some_end() throws IOException {
        for (byte[] zip : new byte[][] {ZIP, ZIP64}) {
            for (int i = 0; i < zip.length; i++) {
                for (int change : new int[] {0x01, 0xFF}) {
                    byte[] changed = zip.clone();
                    changed[i] ^= (byte) change;
                    readAll(changed);
                }
            }
        }
    }

    @Test
    void fields_of_four_bytes_with_the_highest_values_are_read_to_some_end() throws IOException {
        for (byte[] zip : new byte[][] {ZIP, ZIP64}) {
            for (int i = 0; i + 4 <= zip.length; i++) {
                for (int value : new int[] {0xFF, 0x7F}) {
                    byte[] changed = zip.clone();
                    Arrays.fill(changed, i, i + 4, (byte) value);
                    readAll(changed);
                }
            }
        }
    }

    @Test
    void thousands_of_entries_over_the_same_bytes_are_read_once() throws IOException {
        ZipFixture zip = ZipFixture.zip().zeros("kernel", 50_000_000);
        for (int i = 0; i < 5000; i++) {
            zip.again("overlap" + i);
        }

        assertThat(readAll(zip.bytes())).isInstanceOf(LambdaArchive.class);
    }

    @Test
    void one_deep_name_does_not_become_thousands_of_directories() throws IOException {
        ZipFixture zip = ZipFixture.zip();
        for (int i = 0; i < 20; i++) {
            zip.file("a/".repeat(32_000) + i, "");
        }

        assertThat(readAll(zip.bytes())).isInstanceOf(LambdaArchive.class);
    }

    @Test
    void entries_beyond_what_memory_can_hold_are_refused() throws IOException {
        LittleEndian header = new LittleEndian();
        ZipFixtureEntry.of(ZipTool.INFO_ZIP, "a", new byte[0], 0).writeCentral(header, 0);
        int count = CentralDirectory.MOST_ENTRIES + 1;
        LittleEndian zip = new LittleEndian();
        for (int i = 0; i < count; i++) {
            zip.bytes(header.toBytes());
        }
        long size = zip.size();
        zip.u32(0x06054b50).u32(0).u16(count).u16(count).u32(size).u32(0).u16(0);

        assertThat(open(zip.toBytes()))
                .isEqualTo(new UnreadableArchive(
                        folder.resolve("a.zip"),
                        UnreadableArchive.Kind.OVERSIZED_ZIP,
                        "its central directory has more than 1000000 entries"));
    }

    @Test
    void more_entries_than_two_bytes_can_count_are_read() throws IOException {
        ZipFixture zip = ZipFixture.zip();
        for (int i = 0; i < 65_536 + 3; i++) {
            zip.file("file" + i, "").stored("");
        }
        try (LambdaArchive archive = (LambdaArchive) open(zip.bytes())) {
            assertThat(archive.entries()).hasSize(65_539);
            assertThat(archive.check(EntryScans.NONE).faults()).isEmpty();
            assertThat(archive.lookup("file65538")).isInstanceOf(Lookup.Resolved.class);
        }
    }

    /** Everything that can be asked of a file, with a bound on the memory that it takes. */
    private ArchiveFile readAll(byte[] bytes) throws IOException {
        Bounds bounds = Bounds.fromHere();
        try (ArchiveFile file = open(bytes)) {
            if (file instanceof LambdaArchive archive) {
                archive.lookup("bootstrap");
                archive.check(EntryScans.NONE);
                readContents(archive);
            }
            bounds.holdMemory();
            return file;
        }
    }

    private static void readContents(LambdaArchive archive) {
        archive.entries().stream()
                .limit(5)
                .forEach(entry -> archive.content(entry).ifPresent(content -> {
                    try {
                        content.read(0, 64);
                        content.read(Math.min(1 << 20, content.size()), 64);
                    } catch (IOException e) {
                        assertThat(e).hasMessageNotContaining("closed");
                    }
                }));
    }

    private ArchiveFile open(byte[] bytes) throws IOException {
        return LambdaArchive.open(Files.write(folder.resolve("a.zip"), bytes));
    }
}
