package io.github.lambdabootstrap.gate;

import io.github.lambdabootstrap.log.Pace;
import io.github.lambdabootstrap.log.VerifyLog;
import java.time.InstantSource;

/** Says now and then how many archives are judged. */
final class Progress {

    private final int total;
    private final VerifyLog log;
    private final Pace pace;
    private int done;

    Progress(int total, VerifyLog log, InstantSource clock) {
        this.total = total;
        this.log = log;
        this.pace = new Pace(clock, log.pace());
    }

    synchronized void oneMore() {
        done++;
        if (done == total) {
            log.progressOver();
        } else if (pace.isTime()) {
            log.progress(done, total);
        }
    }
}
