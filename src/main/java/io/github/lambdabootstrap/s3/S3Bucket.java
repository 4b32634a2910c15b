package io.github.lambdabootstrap.s3;

import software.amazon.awssdk.services.s3.S3Client;

/**
 * A bucket as a run sees it.
 *
 * @param target which one
 * @param region in which it is asked
 * @param reader asks what is there
 * @param writer stores archives
 */
record S3Bucket(S3Target target, String region, ObjectReader reader, ObjectWriter writer) {

    static S3Bucket of(S3Target target, S3Client client) {
        return new S3Bucket(
                target,
                client.serviceClientConfiguration().region().id(),
                new ObjectReader(client, target),
                new ObjectWriter(client, target));
    }
}
