package io.github.lambdabootstrap.s3;

import io.github.lambdabootstrap.gate.VerifiedArchive;
import java.util.Optional;

/**
 * What the service says of an object.
 *
 * @param bytes its size
 * @param sha256 base64 of the digest of all its content; empty when none is stored with it
 * @param versionId empty when the bucket keeps no versions
 */
record StoredObject(long bytes, Optional<String> sha256, Optional<String> versionId) {

    /** How an object compares with an archive. */
    enum Comparison {
        EQUAL,
        OTHER,
        /** The size is equal and no digest is known. */
        UNKNOWN
    }

    Comparison compare(VerifiedArchive archive) {
        if (bytes != archive.size().bytes()) {
            return Comparison.OTHER;
        }
        return sha256.map(digest -> digest.equals(archive.sha256().base64()) ? Comparison.EQUAL : Comparison.OTHER)
                .orElse(Comparison.UNKNOWN);
    }
}
