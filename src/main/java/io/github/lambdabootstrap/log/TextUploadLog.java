package io.github.lambdabootstrap.log;

import io.github.lambdabootstrap.model.ByteSize;
import io.github.lambdabootstrap.problem.SafeText;
import java.time.Duration;
import java.util.Locale;

/**
 * The wording of the events of uploading, one line each. A location is a bucket and a key of known characters: it is
 * shown whole, to be copied.
 */
public record TextUploadLog(LineSink sink) implements UploadLog {

    private static final double MILLIS = 1000;

    @Override
    public void uploaded(String name, String location, ByteSize size) {
        sink.info("Uploaded %s -> %s (%s)".formatted(SafeText.of(name), location, size));
    }

    @Override
    public void unchanged(String name, String location) {
        sink.info("Unchanged %s -> %s".formatted(SafeText.of(name), location));
    }

    @Override
    public void wouldUpload(String name, String location, ByteSize size) {
        sink.info("Would upload %s -> %s (%s)".formatted(SafeText.of(name), location, size));
    }

    @Override
    public void wouldUploadAll(int archives, ByteSize size, String property) {
        sink.info("%s would be uploaded unless already there (%s); nothing was asked of S3: %s is set"
                .formatted(archives(archives), size, property));
    }

    @Override
    public void progress(Progress progress) {
        long millis = progress.took().toMillis();
        String rate = millis < MILLIS
                ? ""
                : ", " + new ByteSize((long) (progress.sent().bytes() * MILLIS / millis)) + "/s";
        sink.progress("Uploading: %d of %s, %s of %s%s"
                .formatted(progress.done(), archives(progress.archives()), progress.sent(), progress.bytes(), rate));
    }

    @Override
    public Duration pace() {
        return sink.pace();
    }

    @Override
    public void finished(Totals totals) {
        sink.progressOver();
        String failed = totals.failed() == 0 ? "" : ", " + totals.failed() + " failed";
        sink.info("%s uploaded, %d unchanged%s (%s sent) in %s s"
                .formatted(
                        archives(totals.uploaded()),
                        totals.unchanged(),
                        failed,
                        totals.sent(),
                        String.format(Locale.ROOT, "%.1f", totals.took().toMillis() / MILLIS)));
    }

    private static String archives(int number) {
        return number + (number == 1 ? " archive" : " archives");
    }
}
