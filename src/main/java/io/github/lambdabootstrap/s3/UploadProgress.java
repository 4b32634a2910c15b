package io.github.lambdabootstrap.s3;

import io.github.lambdabootstrap.log.Pace;
import io.github.lambdabootstrap.log.UploadLog;
import io.github.lambdabootstrap.model.ByteSize;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.LongConsumer;

/** Says now and then how many archives and bytes are sent. Safe to use from several threads. */
final class UploadProgress {

    private final int archives;
    private final UploadLog log;
    private final InstantSource clock;
    private final Instant start;
    private final Pace pace;
    private int done;
    private long sent;
    private long bytes;

    UploadProgress(List<Upload> uploads, UploadLog log, InstantSource clock) {
        this.archives = uploads.size();
        this.bytes = uploads.stream().mapToLong(UploadProgress::bytes).sum();
        this.log = log;
        this.clock = clock;
        this.start = clock.instant();
        this.pace = new Pace(clock, log.pace());
    }

    private static long bytes(Upload upload) {
        return upload.archive().size().bytes();
    }

    /** What is told of one archive. */
    Part begin(Upload upload) {
        return new Part(bytes(upload));
    }

    private synchronized void add(long more, long known) {
        sent += more;
        bytes += known;
        tell();
    }

    private synchronized void end(long more, long known) {
        done++;
        add(more, known);
    }

    private void tell() {
        if (done < archives && pace.isTime()) {
            log.progress(new UploadLog.Progress(
                    done, archives, new ByteSize(sent), new ByteSize(bytes), Duration.between(start, clock.instant())));
        }
    }

    /** An archive's share. Its bytes count once, however often they are sent. */
    final class Part implements LongConsumer {

        private final long size;
        private long counted;

        private Part(long size) {
            this.size = size;
        }

        @Override
        public void accept(long bytes) {
            long more = Math.min(bytes, size - counted);
            counted += more;
            add(more, 0);
        }

        /** @param stored whether the archive was sent, so that it counts whole; else it does not count at all */
        void end(boolean stored) {
            UploadProgress.this.end(stored ? size - counted : -counted, stored ? 0 : -size);
        }
    }
}
