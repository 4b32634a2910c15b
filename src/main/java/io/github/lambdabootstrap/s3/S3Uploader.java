package io.github.lambdabootstrap.s3;

import io.github.lambdabootstrap.log.UploadLog;
import io.github.lambdabootstrap.model.ByteSize;
import io.github.lambdabootstrap.model.Workers;
import io.github.lambdabootstrap.problem.ProblemException;
import io.github.lambdabootstrap.problem.Problems;
import io.github.lambdabootstrap.s3.UploadOutcome.Failed;
import io.github.lambdabootstrap.s3.UploadOutcome.Stored;
import io.github.lambdabootstrap.s3.UploadOutcome.Unchanged;
import io.github.lambdabootstrap.s3.UploadOutcome.Uploaded;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;

/** Brings archives to a bucket, several at a time, and reports what became of each. */
public final class S3Uploader {

    private final UploadSession session;
    private final Workers workers;
    private final UploadLog log;
    private final Clock clock;

    /**
     * An uploader of a build.
     *
     * @param workers how many requests are under way at a time
     * @param clock tells how long it took, and when to say how far it is
     */
    public S3Uploader(UploadSession session, Workers workers, UploadLog log, Clock clock) {
        this.session = session;
        this.workers = workers;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Uploads all; what the service refuses ends in the report and never in an exception.
     *
     * @throws ProblemException before any request, when two archives of the build want one key
     */
    public UploadReport upload(S3Target target, List<Upload> uploads) {
        claim(target, uploads);
        return new Run(target, uploads).report();
    }

    /**
     * Says what would be uploaded, and asks nothing of the service.
     *
     * @param reason the property that keeps it from being uploaded
     * @throws ProblemException when two archives of the build want one key
     */
    public void tell(S3Target target, List<Upload> uploads, String reason) {
        claim(target, uploads);
        uploads.forEach(upload -> log.wouldUpload(
                upload.name(), target.location(upload.key()), upload.archive().size()));
        log.wouldUploadAll(uploads.size(), size(distinct(uploads)), reason);
    }

    private void claim(S3Target target, List<Upload> uploads) {
        Problems problems = new Problems();
        uploads.forEach(upload -> session.claim(upload, target, problems));
        problems.throwIfAny();
    }

    private static ByteSize size(List<Upload> uploads) {
        return new ByteSize(uploads.stream()
                .mapToLong(upload -> upload.archive().size().bytes())
                .sum());
    }

    // one key has one content by now, whatever the archives are called
    private static List<Upload> distinct(List<Upload> uploads) {
        Map<ObjectKey, Upload> byKey = new LinkedHashMap<>();
        uploads.forEach(upload -> byKey.putIfAbsent(upload.key(), upload));
        return List.copyOf(byKey.values());
    }

    /** One call. */
    private final class Run {

        private final S3Target target;
        private final List<Upload> all;
        private final List<Upload> uploads;
        private final UploadProgress progress;
        private final Instant start = clock.instant();
        private final FailureOfRun failureOfRun = new FailureOfRun();

        Run(S3Target target, List<Upload> all) {
            this.target = target;
            this.all = all;
            this.uploads = distinct(all);
            this.progress = new UploadProgress(uploads, log, clock);
        }

        UploadReport report() {
            Optional<S3Bucket> bucket = bucket();
            Map<ObjectKey, UploadOutcome> byKey = new LinkedHashMap<>();
            workers.map(uploads, upload -> outcome(bucket, upload))
                    .forEach(outcome -> byKey.put(outcome.upload().key(), outcome));
            List<UploadOutcome> outcomes = all.stream()
                    .map(upload -> of(upload, byKey.get(upload.key())))
                    .toList();
            finished(outcomes, byKey.values());
            return new UploadReport(outcomes, bucket.map(S3Bucket::region).orElse(""));
        }

        /** Empty when there can be none, and then that is the failure of all. */
        private Optional<S3Bucket> bucket() {
            try {
                return Optional.of(S3Bucket.of(target, session.client(target.connection())));
            } catch (SdkException e) {
                failureOfRun.set(new UploadFailures(target, target.connection().region()).of(e));
                return Optional.empty();
            }
        }

        private UploadOutcome outcome(Optional<S3Bucket> bucket, Upload upload) {
            UploadProgress.Part part = progress.begin(upload);
            UploadOutcome outcome = failureOfRun
                    .get()
                    .<UploadOutcome>map(earlier -> new Failed(upload, earlier))
                    .orElseGet(() -> tried(bucket.orElseThrow(), upload, part));
            part.end(outcome instanceof Uploaded);
            return outcome;
        }

        private UploadOutcome tried(S3Bucket bucket, Upload upload, UploadProgress.Part part) {
            FailureOfRun.Try attempt = failureOfRun.begin(target.connection().timeout());
            PinnedContent content = new PinnedContent(upload.archive(), part);
            try {
                Stored stored = new ArchiveUpload(bucket, upload, content, attempt.limit()).run();
                attempt.succeeded();
                // one object can be several archives
                all.stream().filter(one -> one.key().equals(upload.key())).forEach(one -> tell(one, stored));
                return stored;
            } catch (SdkException | ProblemException e) {
                UploadFailure failure = new UploadFailures(target, Optional.of(bucket.region())).of(e);
                attempt.failed(failure);
                return new Failed(upload, failure);
            }
        }

        private void tell(Upload upload, Stored stored) {
            String location = target.location(upload.key());
            if (stored instanceof Uploaded) {
                log.uploaded(upload.name(), location, upload.archive().size());
            } else {
                log.unchanged(upload.name(), location);
            }
        }

        private void finished(List<UploadOutcome> outcomes, Collection<UploadOutcome> ofObjects) {
            log.finished(new UploadLog.Totals(
                    count(outcomes, Uploaded.class),
                    count(outcomes, Unchanged.class),
                    count(outcomes, Failed.class),
                    size(ofObjects.stream()
                            .filter(Uploaded.class::isInstance)
                            .map(UploadOutcome::upload)
                            .toList()),
                    Duration.between(start, clock.instant())));
        }

        private static int count(List<UploadOutcome> outcomes, Class<? extends UploadOutcome> kind) {
            return (int) outcomes.stream().filter(kind::isInstance).count();
        }

        /** The same outcome for another archive with the same key. */
        private static UploadOutcome of(Upload upload, UploadOutcome outcome) {
            if (outcome instanceof Uploaded uploaded) {
                return new Uploaded(upload, uploaded.versionId());
            }
            if (outcome instanceof Unchanged unchanged) {
                return new Unchanged(upload, unchanged.versionId());
            }
            return new Failed(upload, ((Failed) outcome).failure());
        }
    }
}
