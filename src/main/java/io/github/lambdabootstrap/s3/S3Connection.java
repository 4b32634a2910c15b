package io.github.lambdabootstrap.s3;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How the service is reached and as whom: equal ones share a client. Credentials are never part of it; they come from
 * the SDK's own chain or from the named profile.
 *
 * @param region empty to take the SDK's own: {@code AWS_REGION}, the profile, the machine
 * @param profile of the user's AWS configuration files; empty for the SDK's own chain
 * @param endpoint of another service that speaks S3; empty for AWS
 * @param pathStyle whether the bucket is part of the path rather than of the host name
 * @param timeout of one archive, with all its requests and their repetitions
 */
public record S3Connection(
        Optional<String> region,
        Optional<String> profile,
        Optional<URI> endpoint,
        boolean pathStyle,
        Duration timeout) {

    private static final Pattern REGION = Pattern.compile("[a-z0-9-]+");

    public S3Connection {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("no time at all: " + timeout);
        }
    }

    /** Whether a region can be called so; whether there is one, AWS knows. */
    public static boolean isRegion(String name) {
        return REGION.matcher(name).matches();
    }
}
