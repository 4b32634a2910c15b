package io.github.lambdabootstrap.s3;

import io.github.lambdabootstrap.log.UploadLog;
import io.github.lambdabootstrap.model.ByteSize;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Says now and then how far long work is; short work stays silent. */
final class UploadProgress {

    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final int total;
    private final UploadLog log;
    private final InstantSource clock;
    private int done;
    private long sent;
    private Instant last;

    UploadProgress(int total, UploadLog log, InstantSource clock) {
        this.total = total;
        this.log = log;
        this.clock = clock;
        this.last = clock.instant();
    }

    synchronized void oneMore() {
        done++;
        tell();
    }

    synchronized void sent(long bytes) {
        sent += bytes;
        tell();
    }

    private void tell() {
        Instant now = clock.instant();
        if (done < total && !now.isBefore(last.plus(PAUSE))) {
            last = now;
            log.progress(done, total, new ByteSize(sent));
        }
    }
}
