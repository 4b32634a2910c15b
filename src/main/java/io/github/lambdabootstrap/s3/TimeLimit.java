package io.github.lambdabootstrap.s3;

import java.time.Duration;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;

/** How long one archive may take, with all its requests and their repetitions; it begins when it is made. */
final class TimeLimit {

    private final long begin = System.nanoTime();
    private final Duration all;

    TimeLimit(Duration all) {
        this.all = all;
    }

    /**
     * The settings of a request that ends when the time is over.
     *
     * @throws ApiCallTimeoutException when it is over already
     */
    AwsRequestOverrideConfiguration.Builder request() {
        Duration left = all.minus(spent());
        if (left.isNegative() || left.isZero()) {
            throw ApiCallTimeoutException.create(all.toMillis());
        }
        // the SDK drops what is less than a millisecond, and would end a moment before the time is over
        return AwsRequestOverrideConfiguration.builder().apiCallTimeout(left.plusMillis(1));
    }

    /** Whether so much of it is gone, or all. */
    boolean hasSpent(Duration much) {
        return spent().compareTo(much.compareTo(all) < 0 ? much : all) >= 0;
    }

    private Duration spent() {
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
