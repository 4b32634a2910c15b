package io.github.lambdabootstrap.log;

import io.github.lambdabootstrap.problem.SafeText;
import java.time.Duration;

/** The wording of the gate's events, one line each. */
public record TextVerifyLog(LineSink sink) implements VerifyLog {

    @Override
    public void progress(int done, int total) {
        sink.progress("Verified %d of %d archives".formatted(done, total));
    }

    @Override
    public Duration pace() {
        return sink.pace();
    }

    @Override
    public void progressOver() {
        sink.progressOver();
    }

    @Override
    public void unused(String what) {
        sink.warn(SafeText.of(what) + "; remove or correct it");
    }

    @Override
    public void nothingToVerify() {
        sink.info("Nothing to verify: this module has no archives");
    }
}
