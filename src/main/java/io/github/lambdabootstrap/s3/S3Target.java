package io.github.lambdabootstrap.s3;

import java.util.regex.Pattern;

/**
 * Where archives go.
 *
 * @param bucket a name that Lambda takes as {@code S3Bucket}
 * @param connection how its service is reached
 * @param settings of each object
 */
public record S3Target(String bucket, S3Connection connection, ObjectSettings settings) {

    /** What {@code CreateFunction} and {@code UpdateFunctionCode} of Lambda's API take as {@code S3Bucket}. */
    private static final Pattern BUCKET = Pattern.compile("[0-9A-Za-z.\\-_]{3,63}(?<!\\.)");

    public S3Target {
        if (!isBucket(bucket)) {
            throw new IllegalArgumentException("no bucket name: " + bucket);
        }
    }

    public static boolean isBucket(String name) {
        return BUCKET.matcher(name).matches();
    }

    /** An object as people and the AWS tools write it. */
    public String location(ObjectKey key) {
        return "s3://" + bucket + "/" + key;
    }
}
