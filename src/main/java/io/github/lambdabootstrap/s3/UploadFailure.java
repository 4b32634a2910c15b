package io.github.lambdabootstrap.s3;

import io.github.lambdabootstrap.problem.Problem;
import java.util.Optional;

/**
 * Why an upload failed.
 *
 * @param problem what is wrong and how to put it right, without naming the archive
 * @param requestId by which AWS finds the request in its logs; empty when no answer came
 * @param ofAll whether every other archive would fail alike: the bucket, the credentials or the region is wrong
 */
public record UploadFailure(Problem problem, Optional<String> requestId, boolean ofAll) {

    static UploadFailure ofOne(Problem problem) {
        return new UploadFailure(problem, Optional.empty(), false);
    }
}
