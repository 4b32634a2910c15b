package io.github.lambdabootstrap.s3;

import io.github.lambdabootstrap.problem.SafeText;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What an answer of S3 that is no success says. */
record S3Answer(S3Exception exception) {

    int status() {
        return exception.statusCode();
    }

    /** Its error code, as it came; empty when it has none. */
    String code() {
        return details().map(AwsErrorDetails::errorCode).orElse("");
    }

    /** Status and code, for people. */
    String shown() {
        return code().isEmpty() ? "" + status() : status() + " " + SafeText.of(code());
    }

    /** Without the archive's own ARN in it, so that all archives that fail alike are one problem. */
    String message() {
        return details()
                .map(AwsErrorDetails::errorMessage)
                .map(text -> SafeText.of(text.replaceAll(" on resource: \"?[^ \"]+\"?", "")))
                .map(text -> "it says: " + text)
                .orElse("it says no more");
    }

    Optional<String> header(String name) {
        return details().map(AwsErrorDetails::sdkHttpResponse).flatMap(http -> http.firstMatchingHeader(name));
    }

    /** Where the bucket is, as S3 says in each of its own redirects. */
    Optional<String> bucketRegion() {
        return header("x-amz-bucket-region");
    }

    /** By which AWS finds the request in its logs. */
    Optional<String> requestId() {
        String ids = Stream.of(exception.requestId(), exception.extendedRequestId())
                .filter(id -> id != null && !id.isEmpty())
                .collect(Collectors.joining(" / "));
        return Optional.of(ids).filter(text -> !text.isEmpty());
    }

    private Optional<AwsErrorDetails> details() {
        return Optional.ofNullable(exception.awsErrorDetails());
    }

    /** The same answer with another code. */
    S3Exception coded(String code) {
        AwsErrorDetails.Builder changed =
                details().map(AwsErrorDetails::toBuilder).orElseGet(AwsErrorDetails::builder);
        return (S3Exception) exception.toBuilder()
                .awsErrorDetails(changed.errorCode(code).build())
                .build();
    }
}
