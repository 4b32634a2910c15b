package io.github.lambdabootstrap.s3;

import io.github.lambdabootstrap.problem.Problem;
import io.github.lambdabootstrap.problem.ProblemException;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * What the exceptions of an upload mean to a user.
 *
 * @param target where the archives should have gone
 * @param region that was asked; empty when none is known
 */
record UploadFailures(S3Target target, Optional<String> region) {

    /** @param e an {@code SdkException} or a {@link ProblemException} */
    UploadFailure of(RuntimeException e) {
        Optional<ProblemException> ours = inChain(e, ProblemException.class);
        if (ours.isPresent()) {
            return UploadFailure.ofOne(ours.get().problems().get(0));
        }
        if (e instanceof S3Exception refusal) {
            return new ServiceRefusal(target, region, new S3Answer(refusal)).failure();
        }
        if (e instanceof AwsServiceException login) {
            return new ClientFailure(target, login).login();
        }
        return new ClientFailure(target, e).failure();
    }

    /** The first of a kind among an exception and its causes. */
    static <T> Optional<T> inChain(Throwable e, Class<T> kind) {
        return Stream.iterate(e, one -> one != null, Throwable::getCause)
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst();
    }

    /** An object that can only be the archive is not. */
    static ProblemException occupied(Upload upload, S3Target target) {
        return ProblemException.of(Problem.environment(
                        target.location(upload.key()) + " holds other bytes than its name says",
                        "find out who wrote it, and delete it; the archive then takes its place")
                .because("whoever deploys this key would deploy what nobody has verified")
                .docs("upload.md#what-can-go-wrong"));
    }

    /** The answer to a put speaks of other bytes. */
    static ProblemException unconfirmed(Upload upload, S3Target target) {
        return ProblemException.of(Problem.environment(
                        "S3 confirms another checksum than that of the archive, for " + target.location(upload.key()),
                        "run the build again; when it happens again, look for a proxy that changes answers")
                .because("nobody knows which bytes are stored now")
                .docs("upload.md#what-can-go-wrong"));
    }

    /** A put was answered by something that stores nothing. */
    static ProblemException vanished(Upload upload, S3Target target) {
        return ProblemException.of(Problem.environment(
                        "the upload was accepted, and then there is no " + target.location(upload.key()),
                        "check <s3><endpoint>, look for a proxy that answers in place of S3, and see that"
                                + " s3:GetObject is allowed")
                .because("an upload that nobody confirms counts as none")
                .docs("upload.md#what-can-go-wrong"));
    }

    /** What was read back after a put is not what was sent. */
    static ProblemException garbled(Upload upload, S3Target target) {
        return ProblemException.of(Problem.environment(
                        "the service has stored other bytes than it was sent, at " + target.location(upload.key()),
                        "delete the object, and use a service that checks what arrives (x-amz-checksum-sha256) and"
                                + " decodes aws-chunked bodies, as S3 does")
                .because("whoever deploys this key would deploy what nobody has verified")
                .docs("upload.md#what-can-go-wrong"));
    }
}
