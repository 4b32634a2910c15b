package io.github.lambdabootstrap.s3;

import io.github.lambdabootstrap.problem.Problem;
import io.github.lambdabootstrap.problem.SafeText;
import io.github.lambdabootstrap.s3.UploadFailure.Reach;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What an answer of S3 that is no success means; the codes are those of "Error responses" in its API reference. */
record ServiceRefusal(S3Target target, Optional<String> region, S3Answer answer) {

    private static final String DOCS = "upload.md#what-can-go-wrong";
    private static final Set<String> LOGIN = Set.of(
            "InvalidAccessKeyId",
            "SignatureDoesNotMatch",
            "ExpiredToken",
            "InvalidToken",
            "TokenRefreshRequired",
            "InvalidClientTokenId");
    private static final Set<String> OTHER_REGION = Set.of(
            "PermanentRedirect",
            "TemporaryRedirect",
            "AuthorizationHeaderMalformed",
            "IllegalLocationConstraintException");
    private static final Set<String> OTHER_BYTES = Set.of(
            "BadDigest", "InvalidDigest", "IncompleteBody", "XAmzContentSHA256Mismatch", "XAmzContentChecksumMismatch");
    /** Not a code of S3's, which says AccessDenied: the same question was answered once no owner was expected. */
    private static final String OTHER_OWNER = "BucketOfAnotherOwner";

    private static final Pattern DENIED_ACTION = Pattern.compile("not authorized to perform: ([A-Za-z0-9:]+)");

    /** Of AuthorizationHeaderMalformed. */
    private static final Pattern EXPECTED_REGION = Pattern.compile("expecting '([a-z0-9-]+)'");

    /** The same refusal, known to be because of the owner that is expected. */
    static S3Exception ofOwner(S3Exception refusal) {
        return new S3Answer(refusal).coded(OTHER_OWNER);
    }

    UploadFailure failure() {
        return new NotS3(target).behind(answer).orElseGet(this::ofS3);
    }

    private UploadFailure ofS3() {
        if (answer.code().equals(OTHER_OWNER)) {
            return ofAll(otherOwner());
        }
        if (OTHER_REGION.contains(answer.code()) || isRedirect()) {
            return ofAll(otherRegion());
        }
        if (LOGIN.contains(answer.code())) {
            return ofAll(login());
        }
        // of an object that is not there, nobody gets here
        if (answer.code().equals("NoSuchBucket") || isBareNotFound()) {
            return ofAll(noBucket());
        }
        if (answer.code().equals("RequestTimeTooSkewed")) {
            return ofAll(clock());
        }
        if (answer.code().startsWith("KMS.")) {
            return ofAll(key());
        }
        if (OTHER_BYTES.contains(answer.code())) {
            return ofOne(otherBytes());
        }
        if (isBusy()) {
            return new UploadFailure(busy(), answer.requestId(), Reach.UNANSWERED);
        }
        return ofOne(byStatus());
    }

    private boolean isBusy() {
        int status = answer.status();
        return status != HttpStatus.NOT_IMPLEMENTED
                && (status >= HttpStatus.INTERNAL_SERVER_ERROR
                        || answer.exception().isThrottlingException());
    }

    private Problem byStatus() {
        return switch (answer.status()) {
            case HttpStatus.NOT_IMPLEMENTED -> noConditions();
            case HttpStatus.FORBIDDEN -> denied();
            case HttpStatus.PRECONDITION_FAILED -> unreadable();
            case HttpStatus.CONFLICT -> contested();
            default -> refused();
        };
    }

    private Problem otherRegion() {
        Optional<String> right =
                answer.bucketRegion().or(this::expectedRegion).filter(name -> !region.equals(Optional.of(name)));
        return Problem.input(
                        "bucket '" + target.bucket() + "' is "
                                + right.map(name -> "in region " + SafeText.of(name) + ", and not in ")
                                        .orElse("not in region ")
                                + region.orElse("the region that was asked"),
                        right.map(name -> "set <s3><region> or lambda.s3.region to " + SafeText.of(name))
                                .orElse("set <s3><region> or lambda.s3.region to that of the bucket: aws s3api"
                                        + " head-bucket tells it"))
                .because("Lambda loads code only from a bucket in the region of the function")
                .docs(DOCS);
    }

    private Optional<String> expectedRegion() {
        Matcher expected = EXPECTED_REGION.matcher(answer.message());
        return expected.find() ? Optional.of(expected.group(1)) : Optional.empty();
    }

    private Problem otherOwner() {
        return Problem.input(
                        "bucket '" + target.bucket() + "' does not belong to account "
                                + target.settings().expectedBucketOwner().orElse(""),
                        "correct <s3><expectedBucketOwner> or lambda.s3.expectedBucketOwner, or name the right bucket")
                .because("S3 denies every request that expects another owner, and answers the same one without that")
                .docs(DOCS);
    }

    private Problem noBucket() {
        return Problem.input(
                        "bucket '" + target.bucket() + "' does not exist",
                        "create it, or correct <s3><bucket> or lambda.s3.bucket")
                .because("this plugin never creates one")
                .docs(DOCS);
    }

    private Problem login() {
        return Problem.environment(
                        "S3 does not accept the credentials: " + answer.code(),
                        "log in again; aws sts get-caller-identity shows whom the credentials belong to")
                .because(answer.message())
                .docs("upload.md#credentials");
    }

    private Problem clock() {
        return Problem.environment("the clock of this machine is wrong, so S3 accepts no signature", "set the clock")
                .because(answer.message())
                .docs(DOCS);
    }

    private Problem key() {
        return Problem.input(
                        "S3 cannot encrypt with the KMS key: " + SafeText.of(answer.code()),
                        "correct <s3><kmsKeyId>, or enable the key; it must be in the region of the bucket")
                .because(answer.message())
                .docs("upload.md#permissions");
    }

    private Problem otherBytes() {
        return Problem.environment(
                        "other bytes arrived than were sent, and S3 stored nothing: " + answer.code(),
                        "run the build again; when it happens again, look for a proxy that changes requests")
                .because(answer.message())
                .docs(DOCS);
    }

    private Problem denied() {
        Matcher action = DENIED_ACTION.matcher(answer.message());
        String denied = action.find() ? action.group(1) : "s3:PutObject";
        String owner = target.settings()
                .expectedBucketOwner()
                .map(account ->
                        ", and see that the bucket belongs to account " + account + " (<s3><expectedBucketOwner>)")
                .orElse("");
        String allowed = denied.startsWith("kms:") ? "kms:GenerateDataKey and kms:Decrypt on the KMS key" : denied;
        return Problem.environment(
                        "S3 denies " + denied + " in bucket '" + target.bucket() + "'",
                        "allow " + allowed + " to these credentials, in their policy and in that of the bucket" + owner)
                .because(answer.message())
                .docs("upload.md#permissions");
    }

    private Problem unreadable() {
        return Problem.environment(
                        "an object is there, and what it holds cannot be found out",
                        "allow s3:GetObject to these credentials, and kms:Decrypt where a KMS key encrypts the object")
                .because("S3 says that the key is taken, and does not tell its checksum")
                .docs("upload.md#permissions");
    }

    private Problem contested() {
        return Problem.environment(
                        "somebody else writes the same key: " + answer.shown(),
                        "run the build again; what is stored by then is not sent again")
                .because(answer.message())
                .docs(DOCS);
    }

    private Problem noConditions() {
        return Problem.input(
                        "the service at this endpoint does not do what S3 does: " + answer.shown(),
                        "use one that knows If-None-Match and SHA-256 checksums; a key pattern without {sha256} needs"
                                + " only the checksums")
                .because(answer.message())
                .docs(DOCS);
    }

    private Problem busy() {
        return Problem.environment(
                        "S3 did not store it in " + ClientBuilder.ATTEMPTS + " attempts: " + answer.shown(),
                        "run the build again; what is stored by then is not sent again")
                .because(answer.message())
                .docs(DOCS);
    }

    private Problem refused() {
        return Problem.input("S3 refuses the request: " + answer.shown(), "correct what the message speaks of in <s3>")
                .because(answer.message())
                .docs(DOCS);
    }

    /** Java drops the code of a refusal that comes in place of the go-ahead. */
    private boolean isBareNotFound() {
        return answer.status() == HttpStatus.NOT_FOUND && answer.code().isEmpty();
    }

    private boolean isRedirect() {
        return answer.status() == HttpStatus.MOVED_PERMANENTLY || answer.status() == HttpStatus.TEMPORARY_REDIRECT;
    }

    private UploadFailure ofAll(Problem problem) {
        return new UploadFailure(problem, answer.requestId(), Reach.RUN);
    }

    private UploadFailure ofOne(Problem problem) {
        return new UploadFailure(problem, answer.requestId(), Reach.ARCHIVE);
    }
}
