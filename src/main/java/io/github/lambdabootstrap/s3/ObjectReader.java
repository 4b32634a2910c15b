package io.github.lambdabootstrap.s3;

import io.github.lambdabootstrap.model.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.ChecksumType;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** The requests that change nothing: what is there, and give it back when nothing else can tell. */
final class ObjectReader {

    private static final int BUFFER = 128 * 1024;

    /** S3 refuses from 15 minutes on; asking once too often does no harm. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    /** A question has no body, so whoever says nothing for so long is asked again. */
    static final Duration SILENCE = Duration.ofSeconds(20);

    private static final Set<String> NOTHING_THERE = Set.of("NoSuchKey", "AccessDenied");

    private final S3Client client;
    private final S3Target target;
    private final TimeLimit limit;

    ObjectReader(S3Client client, S3Target target, TimeLimit limit) {
        this.client = client;
        this.target = target;
        this.limit = limit;
    }

    /**
     * The object, when there is one. Without permission to list a bucket, an absent object is forbidden (403) rather
     * than not found, so both are empty here, and what the 403 meant is for the request after this to find out.
     */
    Optional<StoredObject> head(ObjectKey key) {
        try {
            return Optional.of(asked(key));
        } catch (S3Exception e) {
            return answered(key, e);
        }
    }

    private Optional<StoredObject> answered(ObjectKey key, S3Exception refusal) {
        int status = refusal.statusCode();
        if (status == HttpStatus.BAD_REQUEST) {
            askForTheReason(key);
        }
        if (status == HttpStatus.FORBIDDEN && isOfAnotherTime(refusal)) {
            return askedOnTime(key);
        }
        if (status == HttpStatus.NOT_FOUND || status == HttpStatus.FORBIDDEN) {
            return Optional.empty();
        }
        throw refusal;
    }

    private StoredObject asked(ObjectKey key) {
        HeadObjectResponse answer = client.headObject(HeadObjectRequest.builder()
                .bucket(target.bucket())
                .key(key.value())
                .checksumMode(ChecksumMode.ENABLED)
                .overrideConfiguration(
                        limit.request().apiCallAttemptTimeout(SILENCE).build())
                .expectedBucketOwner(target.settings().expectedBucketOwner().orElse(null))
                .build());
        if (answer.contentLength() == null || answer.eTag() == null) {
            throw new NotS3(target).page(answer.sdkHttpResponse());
        }
        return new StoredObject(answer.contentLength(), wholeDigest(answer), ObjectWriter.version(answer.versionId()));
    }

    /** Whether the service's clock and this machine's differ so much that it may refuse for that alone. */
    private static boolean isOfAnotherTime(S3Exception refusal) {
        return new S3Answer(refusal)
                .header("Date")
                .map(ObjectReader::instant)
                .filter(time -> Duration.between(time, Instant.now()).abs().compareTo(SKEW) > 0)
                .isPresent();
    }

    private static Instant instant(String date) {
        try {
            return DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from);
        } catch (DateTimeParseException e) {
            return Instant.now(); // who says no time has no other one
        }
    }

    /** The SDK corrects for a wrong clock once an answer says that it is wrong, and then for all requests. */
    private Optional<StoredObject> askedOnTime(ObjectKey key) {
        try {
            askForTheReason(key);
            return Optional.of(asked(key));
        } catch (S3Exception e) {
            if (e.statusCode() == HttpStatus.NOT_FOUND || e.statusCode() == HttpStatus.FORBIDDEN) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /**
     * The same, after a failure without an answer.
     *
     * @throws S3Exception the refusal, when one is behind it for certain: it may be that nothing is there, and that who
     *     may not list the bucket is not told so
     */
    Optional<StoredObject> headOrReason(ObjectKey key) {
        Optional<StoredObject> there = head(key);
        if (there.isEmpty()) {
            try {
                askForTheReason(key);
            } catch (S3Exception e) {
                S3Exception told = explained(key, e);
                if (!NOTHING_THERE.contains(new S3Answer(told).code())) {
                    throw told;
                }
            }
        }
        return there;
    }

    /** The refusal, or what is behind it: S3 denies all to who expects another owner, and does not say that it is that. */
    S3Exception explained(ObjectKey key, S3Exception refusal) {
        Optional<String> owner = target.settings().expectedBucketOwner();
        boolean foreign = refusal.statusCode() == HttpStatus.FORBIDDEN
                && owner.isPresent()
                && isForbidden(key, owner)
                && !isForbidden(key, Optional.empty());
        return foreign ? ServiceRefusal.ofOwner(refusal) : refusal;
    }

    private boolean isForbidden(ObjectKey key, Optional<String> owner) {
        try {
            ask(key, owner);
            return false;
        } catch (S3Exception e) {
            return e.statusCode() == HttpStatus.FORBIDDEN;
        }
    }

    /** The answer to HEAD has no body to hold an error's code, the answer to GET has one. */
    private void askForTheReason(ObjectKey key) {
        ask(key, target.settings().expectedBucketOwner());
    }

    private void ask(ObjectKey key, Optional<String> owner) {
        GetObjectRequest request = get(key).expectedBucketOwner(owner.orElse(null))
                .range("bytes=0-0")
                .overrideConfiguration(
                        limit.request().apiCallAttemptTimeout(SILENCE).build())
                .build();
        client.getObject(request, ResponseTransformer.toBytes());
    }

    // of an object that was put together from parts, S3 stores the digest of the parts' digests
    private static Optional<String> wholeDigest(HeadObjectResponse answer) {
        return Optional.ofNullable(answer.checksumSHA256())
                .filter(digest -> answer.checksumType() != ChecksumType.COMPOSITE)
                .filter(digest -> !digest.contains("-"));
    }

    /** The digest of an object's content, which is read whole: of the size of the archive that it is compared with. */
    Sha256 digestOf(ObjectKey key) {
        GetObjectRequest request =
                get(key).overrideConfiguration(limit.request().build()).build();
        return client.getObject(request, (answer, content) -> digest(answer.contentLength(), content));
    }

    private GetObjectRequest.Builder get(ObjectKey key) {
        return GetObjectRequest.builder()
                .bucket(target.bucket())
                .key(key.value())
                .expectedBucketOwner(target.settings().expectedBucketOwner().orElse(null));
    }

    private static Sha256 digest(long length, InputStream content) {
        try {
            MessageDigest digest = Sha256.digest();
            byte[] buffer = new byte[BUFFER];
            long bytes = 0;
            for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
                digest.update(buffer, 0, n);
                bytes += n;
            }
            if (bytes != length) {
                throw RetryableException.create("the answer ended after " + bytes + " of " + length + " bytes");
            }
            return Sha256.of(digest);
        } catch (IOException e) {
            throw RetryableException.create("the answer broke off", e);
        }
    }
}
