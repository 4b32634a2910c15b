package io.github.lambdabootstrap.log;

import io.github.lambdabootstrap.model.ByteSize;
import java.time.Duration;

/** What uploading does, as events; what fails is a report. Safe to call from several threads. */
public interface UploadLog {

    /**
     * How a run ended.
     *
     * @param uploaded archives that were sent
     * @param unchanged archives that were there
     * @param failed archives that may not be there
     * @param sent bytes of the archives that were sent
     * @param took wall time
     */
    record Totals(int uploaded, int unchanged, int failed, ByteSize sent, Duration took) {}

    /** An archive was sent and stored. */
    void uploaded(String name, String location, ByteSize size);

    /** An archive was there already. */
    void unchanged(String name, String location);

    /** An archive would be sent unless it is there. */
    void wouldUpload(String name, String location, ByteSize size);

    /** Nothing was asked of the service, and this property is why. */
    void wouldUploadAll(int archives, ByteSize size, String property);

    /** Long work goes on: so many of all archives are dealt with, so many bytes have left. */
    void progress(int done, int total, ByteSize sent);

    /** All work is over. */
    void finished(Totals totals);
}
