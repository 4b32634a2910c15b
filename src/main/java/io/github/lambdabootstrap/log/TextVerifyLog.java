package io.github.lambdabootstrap.log;

/** The wording of the gate's events, one line each. */
public record TextVerifyLog(LineSink sink) implements VerifyLog {

    @Override
    public void progress(int done, int total) {
        sink.info("Verified %d of %d archives".formatted(done, total));
    }

    @Override
    public void nothingToVerify() {
        sink.info("Nothing to verify: this module has no archives");
    }
}
