package io.github.lambdabootstrap.s3;

import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** Makes the SDK's client for a connection. */
final class ClientBuilder {

    /** Of one request: with the pauses between them, up to about a minute of a service that is busy. */
    static final int ATTEMPTS = 8;

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration SILENCE = Duration.ofSeconds(60);

    private ClientBuilder() {}

    static S3Client open(S3Connection connection, HttpProxies proxies) {
        return open(connection, proxies, retries().build());
    }

    /** A client that waits otherwise before it asks again. */
    static S3Client open(S3Connection connection, HttpProxies proxies, BackoffStrategy pauses) {
        return open(
                connection,
                proxies,
                retries()
                        .backoffStrategy(pauses)
                        .throttlingBackoffStrategy(pauses)
                        .build());
    }

    // its circuit breaker would fail the last archives of a build for what the first ones met
    private static StandardRetryStrategy.Builder retries() {
        return StandardRetryStrategy.builder().maxAttempts(ATTEMPTS).circuitBreakerEnabled(false);
    }

    private static S3Client open(S3Connection connection, HttpProxies proxies, StandardRetryStrategy retries) {
        Region region = region(connection);
        ClientOverrideConfiguration.Builder settings = ClientOverrideConfiguration.builder()
                .apiCallTimeout(connection.timeout())
                .retryStrategy(retries)
                .addExecutionInterceptor(new GoAhead());
        connection.profile().ifPresent(settings::defaultProfileName);
        S3ClientBuilder client = S3Client.builder()
                .region(region)
                .credentialsProvider(NamedProfile.of(connection))
                .forcePathStyle(connection.pathStyle())
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT)
                        .socketTimeout(SILENCE)
                        .proxyConfiguration(ProxyChoice.to(address(connection, region), proxies)))
                // a refusal then comes before the body is sent, rather than as a broken pipe
                .serviceConfiguration(service -> service.expectContinueThresholdInBytes(0L))
                // of directory buckets, from which Lambda takes no code
                .disableS3ExpressSessionAuth(true)
                .overrideConfiguration(settings.build());
        connection.endpoint().ifPresent(client::endpointOverride);
        return client.build();
    }

    /** The bucket's name before it, or another suffix after it, lead the same way. */
    private static URI address(S3Connection connection, Region region) {
        String place = S3Connection.isRegion(region.id()) ? region.id() + "." : "";
        return connection.endpoint().orElseGet(() -> URI.create("https://s3." + place + "amazonaws.com"));
    }

    private static Region region(S3Connection connection) {
        return connection.region().map(Region::of).orElseGet(() -> {
            try {
                DefaultAwsRegionProviderChain.Builder chain = DefaultAwsRegionProviderChain.builder();
                connection.profile().ifPresent(chain::profileName);
                return chain.build().getRegion();
            } catch (SdkClientException e) {
                if (connection.endpoint().isPresent()) {
                    return Region.US_EAST_1; // what other services expect when there is no region
                }
                throw e;
            }
        });
    }
}
