package io.github.lambdabootstrap.gate;

import io.github.lambdabootstrap.log.VerifyLog;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Says now and then how far long work is; short work stays silent. */
final class Progress {

    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final int total;
    private final VerifyLog log;
    private final InstantSource clock;
    private int done;
    private Instant last;

    Progress(int total, VerifyLog log, InstantSource clock) {
        this.total = total;
        this.log = log;
        this.clock = clock;
        this.last = clock.instant();
    }

    synchronized void oneMore() {
        done++;
        Instant now = clock.instant();
        if (done < total && !now.isBefore(last.plus(PAUSE))) {
            last = now;
            log.progress(done, total);
        }
    }
}
