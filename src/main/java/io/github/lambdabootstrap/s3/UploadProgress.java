package io.github.lambdabootstrap.s3;

import io.github.lambdabootstrap.log.Pace;
import io.github.lambdabootstrap.log.UploadLog;
import io.github.lambdabootstrap.model.ByteSize;
import java.time.InstantSource;

/** Says now and then how many archives and bytes are sent. */
final class UploadProgress {

    private final int total;
    private final UploadLog log;
    private final Pace pace;
    private int done;
    private long sent;

    UploadProgress(int total, UploadLog log, InstantSource clock) {
        this.total = total;
        this.log = log;
        this.pace = new Pace(clock);
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
        if (pace.isTime() && done < total) {
            log.progress(done, total, new ByteSize(sent));
        }
    }
}
