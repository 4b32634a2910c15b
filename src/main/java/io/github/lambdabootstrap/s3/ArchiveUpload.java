package io.github.lambdabootstrap.s3;

import io.github.lambdabootstrap.s3.UploadOutcome.Stored;
import io.github.lambdabootstrap.s3.UploadOutcome.Unchanged;
import io.github.lambdabootstrap.s3.UploadOutcome.Uploaded;
import java.io.IOException;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Brings one archive to its key: asks what is there, sends it when it is needed, and believes no one without proof. */
final class ArchiveUpload {

    /** Of requests that meet another writer at the same key. */
    private static final int MOST_ROUNDS = 4;

    private final S3Bucket bucket;
    private final Upload upload;
    private final PinnedContent content;
    private final TimeLimit limit;
    private final ObjectReader reader;

    ArchiveUpload(S3Bucket bucket, Upload upload, PinnedContent content, TimeLimit limit) {
        this.bucket = bucket;
        this.upload = upload;
        this.content = content;
        this.limit = limit;
        this.reader = bucket.reader(limit);
    }

    /**
     * What was done.
     *
     * @throws software.amazon.awssdk.core.exception.SdkException when the service or the way to it refuses
     * @throws io.github.lambdabootstrap.problem.ProblemException when the file or the object is not what it must be
     */
    Stored run() {
        for (int round = 1; ; round++) {
            Optional<StoredObject> there = reader.head(upload.key());
            if (there.isPresent() && isArchive(there.get())) {
                return settled(there.get());
            }
            if (there.isPresent() && upload.key().namedByContent()) {
                throw UploadFailures.occupied(upload, bucket.target());
            }
            try {
                return send();
            } catch (S3Exception e) {
                boolean another =
                        e.statusCode() == HttpStatus.PRECONDITION_FAILED || e.statusCode() == HttpStatus.CONFLICT;
                if (!another || round == MOST_ROUNDS) {
                    throw reader.explained(upload.key(), e);
                }
            } catch (SdkClientException e) {
                return afterBreak(e);
            }
        }
    }

    /**
     * The body could not be sent. A service that does not want it may answer and shut the connection, and Java then
     * tells of a broken pipe alone; so what is there is asked once more, and why not.
     */
    private Stored afterBreak(SdkClientException e) {
        if (UploadFailures.inChain(e, IOException.class).isEmpty()) {
            throw e;
        }
        Optional<StoredObject> there = reader.headOrReason(upload.key());
        if (there.isPresent() && isArchive(there.get())) {
            return settled(there.get());
        }
        if (there.isPresent() && upload.key().namedByContent()) {
            throw UploadFailures.occupied(upload, bucket.target());
        }
        throw e;
    }

    private Uploaded send() {
        StoredObject stored = bucket.writer().put(upload, content, limit);
        return switch (stored.compare(upload.archive())) {
            case EQUAL -> new Uploaded(upload, stored.versionId());
            case OTHER -> throw UploadFailures.unconfirmed(upload, bucket.target());
            case UNKNOWN -> asked(stored);
        };
    }

    /** S3 answers with the checksum of what it has stored; of who does not, it is found out what that is. */
    private Uploaded asked(StoredObject stored) {
        StoredObject there =
                reader.head(upload.key()).orElseThrow(() -> UploadFailures.vanished(upload, bucket.target()));
        if (!isArchive(there)) {
            throw UploadFailures.garbled(upload, bucket.target());
        }
        return new Uploaded(upload, stored.versionId().or(there::versionId));
    }

    /** An answer can be lost after the object was stored; the repetition then meets the work of the first try. */
    private Stored settled(StoredObject there) {
        return content.wasSent() ? new Uploaded(upload, there.versionId()) : new Unchanged(upload, there.versionId());
    }

    private boolean isArchive(StoredObject there) {
        return switch (there.compare(upload.archive())) {
            case EQUAL -> true;
            case OTHER -> false;
            case UNKNOWN ->
                reader.digestOf(upload.key()).equals(upload.archive().sha256());
        };
    }
}
