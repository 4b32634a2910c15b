package io.github.lambdabootstrap.s3;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.Tag;
import software.amazon.awssdk.services.s3.model.Tagging;

/** Stores objects, and finds out why when the service refuses. For all archives of a run. */
final class ObjectWriter {

    private static final String ZIP = "application/zip";

    /** More than that is worth the wait: a body that is refused was sent for nothing. */
    private static final long MOST_UNASKED_BYTES = 8L * 1024 * 1024;

    private final S3Client client;
    private final S3Target target;
    private final Map<Integer, S3Exception> reasons = new HashMap<>();
    private final AtomicBoolean welcome = new AtomicBoolean();

    ObjectWriter(S3Client client, S3Target target) {
        this.client = client;
        this.target = target;
    }

    /**
     * Stores an archive.
     *
     * @throws S3Exception with status 412 when an object is there, under a key that holds the digest
     */
    StoredObject put(Upload upload, PinnedContent content, TimeLimit limit) {
        Parcel parcel = new Parcel(upload, content, limit);
        boolean atOnce = welcome.get() && upload.archive().size().bytes() <= MOST_UNASKED_BYTES;
        StoredObject stored =
                (atOnce ? unasked(parcel) : Optional.<StoredObject>empty()).orElseGet(() -> asked(parcel));
        welcome.set(true);
        return stored;
    }

    /** What is to be stored, and how long that may take. */
    private record Parcel(Upload upload, PinnedContent content, TimeLimit limit) {

        long bytes() {
            return upload.archive().size().bytes();
        }
    }

    /**
     * Sends a body without waiting a round trip for the go-ahead, which an upload of this run has had; once, and empty
     * when that did not work out.
     */
    private Optional<StoredObject> unasked(Parcel parcel) {
        try {
            return Optional.of(putOnce(parcel));
        } catch (ApiCallTimeoutException e) {
            throw e;
        } catch (SdkClientException e) {
            return Optional.empty();
        }
    }

    private StoredObject asked(Parcel parcel) {
        try {
            return put(parcel, parcel.content(), false);
        } catch (S3Exception e) {
            if (isExplained(e)) {
                throw e;
            }
            return askedForTheReason(parcel, e);
        }
    }

    /**
     * Says it again without waiting for a go-ahead: Java drops what stands in a refusal that comes in place of one, and
     * with it S3's reason. That costs a body, so the reason is asked for once for each status.
     */
    private synchronized StoredObject askedForTheReason(Parcel parcel, S3Exception refusal) {
        S3Exception known = reasons.get(refusal.statusCode());
        if (known != null) {
            throw known;
        }
        try {
            return putOnce(parcel);
        } catch (S3Exception e) {
            reasons.put(refusal.statusCode(), e);
            throw e;
        } catch (SdkClientException e) {
            refusal.addSuppressed(e); // the body did not fit through the door that was shut
            reasons.put(refusal.statusCode(), refusal);
            throw refusal;
        }
    }

    /** Without asking for the go-ahead, and without the SDK's repetitions, which would send the whole body each time. */
    private StoredObject putOnce(Parcel parcel) {
        AtomicBoolean begun = new AtomicBoolean();
        ContentStreamProvider once = () -> {
            if (begun.getAndSet(true)) {
                throw SdkClientException.create("the body was sent once, and that was enough");
            }
            return parcel.content().newStream();
        };
        return put(parcel, once, true);
    }

    private static boolean isExplained(S3Exception e) {
        int status = e.statusCode();
        boolean coded = e.awsErrorDetails() != null && e.awsErrorDetails().errorCode() != null;
        return coded
                || status < HttpStatus.BAD_REQUEST // the region is in a header
                || status == HttpStatus.NOT_FOUND // of a put, that is the bucket
                || status == HttpStatus.CONFLICT
                || status == HttpStatus.PRECONDITION_FAILED;
    }

    private StoredObject put(Parcel parcel, ContentStreamProvider content, boolean unasked) {
        PutObjectRequest request = request(parcel.upload())
                .overrideConfiguration(parcel.limit()
                        .request()
                        .putExecutionAttribute(GoAhead.UNASKED, unasked)
                        .build())
                .build();
        PutObjectResponse answer =
                client.putObject(request, RequestBody.fromContentProvider(content, parcel.bytes(), ZIP));
        return new StoredObject(
                parcel.bytes(), Optional.ofNullable(answer.checksumSHA256()), version(answer.versionId()));
    }

    /** Of a bucket that keeps versions no longer, or not yet, the id is the word null. */
    static Optional<String> version(String id) {
        return Optional.ofNullable(id).filter(Predicate.not("null"::equals));
    }

    private PutObjectRequest.Builder request(Upload upload) {
        ObjectSettings settings = target.settings();
        PutObjectRequest.Builder request = PutObjectRequest.builder()
                .bucket(target.bucket())
                .key(upload.key().value())
                .contentType(ZIP)
                .contentLength(upload.archive().size().bytes())
                .checksumSHA256(upload.archive().sha256().base64());
        if (upload.key().namedByContent()) {
            request.ifNoneMatch("*");
        }
        settings.expectedBucketOwner().ifPresent(request::expectedBucketOwner);
        settings.encryption().ifPresent(request::serverSideEncryption);
        settings.kmsKeyId().ifPresent(request::ssekmsKeyId);
        settings.storageClass().ifPresent(request::storageClass);
        if (!settings.metadata().isEmpty()) {
            request.metadata(settings.metadata());
        }
        if (!settings.tags().isEmpty()) {
            request.tagging(tagging(settings.tags()));
        }
        return request;
    }

    private static Tagging tagging(Map<String, String> tags) {
        List<Tag> set = tags.entrySet().stream()
                .map(tag ->
                        Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
        return Tagging.builder().tagSet(set).build();
    }
}
