package io.github.lambdabootstrap.s3;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is said of each object that is stored, beside its bytes.
 *
 * @param expectedBucketOwner account id; S3 refuses when the bucket is another account's
 * @param encryption one of {@link #ENCRYPTIONS}; empty to leave it to the bucket
 * @param kmsKeyId of the key to encrypt with; empty for the bucket's or the account's own
 * @param storageClass one of {@link #STORAGE_CLASSES}; empty for the bucket's own
 * @param tags sorted
 * @param metadata sorted
 */
public record ObjectSettings(
        Optional<String> expectedBucketOwner,
        Optional<String> encryption,
        Optional<String> kmsKeyId,
        Optional<String> storageClass,
        Map<String, String> tags,
        Map<String, String> metadata) {

    /** The kinds of encryption that S3 does by itself. */
    public static final List<String> ENCRYPTIONS = List.of("AES256", "aws:kms", "aws:kms:dsse");

    /** Those from which Lambda can read at once: the archiving ones must be restored first. */
    public static final List<String> STORAGE_CLASSES =
            List.of("STANDARD", "STANDARD_IA", "INTELLIGENT_TIERING", "ONEZONE_IA", "GLACIER_IR", "REDUCED_REDUNDANCY");

    /** Nothing beside the bytes. */
    public static final ObjectSettings NONE = new ObjectSettings(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Map.of(), Map.of());

    public ObjectSettings {
        tags = java.util.Collections.unmodifiableMap(new TreeMap<>(tags));
        metadata = java.util.Collections.unmodifiableMap(new TreeMap<>(metadata));
    }
}
