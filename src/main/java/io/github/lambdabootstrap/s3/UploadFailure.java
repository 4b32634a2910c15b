package io.github.lambdabootstrap.s3;

import io.github.lambdabootstrap.problem.Problem;
import java.util.Optional;

/**
 * Why an upload failed.
 *
 * @param problem what is wrong and how to put it right, without naming the archive
 * @param requestId by which AWS finds the request in its logs; empty when no answer came
 * @param reach what it says of the archives that have not begun
 */
public record UploadFailure(Problem problem, Optional<String> requestId, Reach reach) {

    /** Whom a failure is about. */
    public enum Reach {
        /** This archive; others may be stored. */
        ARCHIVE,
        /** This archive, which waited in vain; others alike if the service is gone. */
        UNANSWERED,
        /** All: the bucket, the credentials or the region is wrong, or there is no way to the service. */
        RUN
    }

    static UploadFailure ofOne(Problem problem) {
        return new UploadFailure(problem, Optional.empty(), Reach.ARCHIVE);
    }
}
