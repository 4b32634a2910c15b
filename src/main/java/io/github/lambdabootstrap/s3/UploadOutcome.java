package io.github.lambdabootstrap.s3;

import java.util.Optional;

/** What became of an upload. */
public sealed interface UploadOutcome {

    Upload upload();

    /** The object is there and has the archive's bytes. */
    sealed interface Stored extends UploadOutcome {

        /** Of the object; empty when the bucket keeps no versions. */
        Optional<String> versionId();
    }

    /** The archive was sent, and the service has confirmed its digest. */
    record Uploaded(Upload upload, Optional<String> versionId) implements Stored {}

    /** The object was there already, with the archive's bytes, and nothing was sent. */
    record Unchanged(Upload upload, Optional<String> versionId) implements Stored {}

    /** Nobody knows whether the object is there, or it has other bytes. */
    record Failed(Upload upload, UploadFailure failure) implements UploadOutcome {}
}
