package io.github.lambdabootstrap.s3;

import software.amazon.awssdk.services.s3.S3Client;

/**
 * A bucket as a run sees it.
 *
 * @param target which one
 * @param region in which it is asked
 * @param client asks it
 * @param writer stores archives
 */
record S3Bucket(S3Target target, String region, S3Client client, ObjectWriter writer) {

    static S3Bucket of(S3Target target, S3Client client) {
        return new S3Bucket(
                target, client.serviceClientConfiguration().region().id(), client, new ObjectWriter(client, target));
    }

    /** Asks what is there, as long as there is time. */
    ObjectReader reader(TimeLimit limit) {
        return new ObjectReader(client, target, limit);
    }
}
