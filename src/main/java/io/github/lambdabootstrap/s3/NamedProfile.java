package io.github.lambdabootstrap.s3;

import java.io.UncheckedIOException;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * The credentials of a profile that the user has named, and no others: the SDK's chain would take those of the
 * environment first, which may be another account's.
 *
 * @param profile reads the AWS configuration files
 */
record NamedProfile(ProfileCredentialsProvider profile) implements AwsCredentialsProvider {

    /** Those of the named profile, else of the SDK's chain. */
    static AwsCredentialsProvider of(S3Connection connection) {
        return connection
                .profile()
                .<AwsCredentialsProvider>map(name -> new NamedProfile(ProfileCredentialsProvider.create(name)))
                .orElseGet(() -> DefaultCredentialsProvider.builder().build());
    }

    @Override
    public AwsCredentials resolveCredentials() {
        try {
            return profile.resolveCredentials();
        } catch (IllegalStateException | IllegalArgumentException | UncheckedIOException e) {
            String reason = e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
            throw SdkClientException.create("no credentials: " + reason, e);
        }
    }
}
