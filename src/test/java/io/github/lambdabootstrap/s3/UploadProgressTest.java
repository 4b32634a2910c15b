package io.github.lambdabootstrap.s3;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdabootstrap.log.RecordedLines;
import io.github.lambdabootstrap.log.TextUploadLog;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadProgressTest {

    private static final int KIB = 1024;

    @TempDir
    Path folder;

    private final RecordedLines lines = new RecordedLines();
    private Instant now = Instant.EPOCH;
    private List<Upload> uploads;
    private UploadProgress progress;

    @BeforeEach
    void set_up() throws IOException {
        ProvenArchives archives = new ProvenArchives(folder);
        // with what is in each of them beside the data, 10.3 and 20.3 KiB
        uploads = List.of(
                archives.upload("one", 10 * KIB), archives.upload("two", 20 * KIB), archives.upload("three", 10 * KIB));
        progress = new UploadProgress(uploads, new TextUploadLog(lines), () -> now);
    }

    private UploadProgress.Part begin(int n) {
        return progress.begin(uploads.get(n));
    }

    private void later() {
        now = now.plusSeconds(5);
    }

    @Test
    void bytes_and_archives_are_told_every_few_seconds() {
        UploadProgress.Part one = begin(0);
        one.accept(KIB);
        later();
        one.accept(4 * KIB);
        one.accept(KIB);
        later();
        one.end(true);
        assertThat(lines.all())
                .containsExactly(
                        "INFO Uploading: 0 of 3 archives, 5.0 KiB of 40.9 KiB, 1.0 KiB/s",
                        "INFO Uploading: 1 of 3 archives, 10.3 KiB of 40.9 KiB, 1.0 KiB/s");
    }

    @Test
    void an_archive_that_is_there_or_failed_is_none_that_is_to_be_sent() {
        begin(0).end(false);
        UploadProgress.Part two = begin(1);
        two.accept(20 * KIB);
        later();
        two.end(false);
        assertThat(lines.all()).containsExactly("INFO Uploading: 2 of 3 archives, 0 B of 10.3 KiB, 0 B/s");
    }

    @Test
    void bytes_that_are_sent_twice_count_once() {
        UploadProgress.Part one = begin(0);
        one.accept(8 * KIB);
        later();
        one.accept(10 * KIB);
        assertThat(lines.all()).containsExactly("INFO Uploading: 0 of 3 archives, 10.3 KiB of 40.9 KiB, 2.1 KiB/s");
    }

    @Test
    void the_end_is_left_to_the_summary() {
        begin(0).end(true);
        begin(1).end(true);
        later();
        begin(2).end(true);
        assertThat(lines.all()).isEmpty();
    }
}
