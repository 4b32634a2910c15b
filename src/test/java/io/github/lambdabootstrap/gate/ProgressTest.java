package io.github.lambdabootstrap.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdabootstrap.log.RecordedLines;
import io.github.lambdabootstrap.log.TextVerifyLog;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private final RecordedLines lines = new RecordedLines();
    private Instant now = Instant.parse("2026-11-23T00:00:00Z");

    @Test
    void short_work_stays_silent() {
        Progress progress = progress(1000);
        after(Duration.ofMillis(4999), progress);

        assertThat(lines.all()).isEmpty();
    }

    @Test
    void long_work_says_every_five_seconds_how_far_it_is() {
        Progress progress = progress(1000);
        after(Duration.ofSeconds(5), progress);
        after(Duration.ofMillis(4999), progress);
        after(Duration.ofMillis(1), progress);
        after(Duration.ofSeconds(60), progress);

        assertThat(lines.all())
                .containsExactly(
                        "INFO Verified 1 of 1000 archives",
                        "INFO Verified 3 of 1000 archives",
                        "INFO Verified 4 of 1000 archives");
    }

    @Test
    void the_last_one_is_left_to_the_summary() {
        Progress progress = progress(2);
        after(Duration.ofSeconds(5), progress);
        after(Duration.ofSeconds(5), progress);

        assertThat(lines.all()).containsExactly("INFO Verified 1 of 2 archives");
    }

    @Test
    void no_archive_is_lost_among_several_threads() {
        Progress progress = progress(1001);
        IntStream.range(0, 999).parallel().forEach(i -> progress.oneMore());
        after(Duration.ofSeconds(5), progress);

        assertThat(lines.all()).containsExactly("INFO Verified 1000 of 1001 archives");
    }

    private Progress progress(int total) {
        return new Progress(total, new TextVerifyLog(lines), () -> now);
    }

    private void after(Duration time, Progress progress) {
        now = now.plus(time);
        progress.oneMore();
    }
}
