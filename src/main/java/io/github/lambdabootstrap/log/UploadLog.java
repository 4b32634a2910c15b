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

    /**
     * How far a run is.
     *
     * @param done archives that are dealt with
     * @param archives all of them
     * @param sent bytes that are stored or have left
     * @param bytes that are to be sent, as far as is known: those of an archive that is there are none of them
     * @param took wall time so far
     */
    record Progress(int done, int archives, ByteSize sent, ByteSize bytes, Duration took) {}

    /** Long work goes on. */
    void progress(Progress progress);

    /** How long to wait before and between two events of progress. */
    Duration pace();

    /** All work is over. */
    void finished(Totals totals);
}
