package io.github.lambdabootstrap.report;

import io.github.lambdabootstrap.gate.Verdict;
import java.util.Optional;

/**
 * An archive that is in S3, byte for byte as it was verified.
 *
 * @param verdict what is known of the archive
 * @param location where it is
 * @param uploaded whether this run sent it; else it was there already
 */
public record Deployment(Verdict verdict, Location location, boolean uploaded) {

    /**
     * A place from which Lambda can load code.
     *
     * @param bucket its name
     * @param key of the object
     * @param versionId of the object; empty when the bucket keeps no versions
     * @param region of the bucket, which is that of the function
     */
    public record Location(String bucket, String key, Optional<String> versionId, String region) {}
}
