package io.github.lambdabootstrap.s3;

import io.github.lambdabootstrap.log.RecordedLines;
import io.github.lambdabootstrap.log.TextUploadLog;
import io.github.lambdabootstrap.model.Workers;
import io.github.lambdabootstrap.problem.ProblemText;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.retries.api.BackoffStrategy;

/** An uploader as a build has it, and the lines that it printed. */
final class UploadKit implements AutoCloseable {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

    private final RecordedLines lines = new RecordedLines();
    private final UploadSession session;
    private final S3Uploader uploader;

    /** Credentials of nobody, where the SDK's chain looks first. */
    UploadKit() {
        this(8);
    }

    UploadKit(int requests) {
        this("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", requests);
    }

    /** Behind proxies. */
    UploadKit(HttpProxies proxies) {
        this("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", 8, proxies);
    }

    /** Credentials that a server can check; the client reads them when it first needs them. */
    UploadKit(String accessKey, String secret) {
        this(accessKey, secret, 8);
    }

    private UploadKit(String accessKey, String secret, int requests) {
        this(accessKey, secret, requests, HttpProxies.NONE);
    }

    private UploadKit(String accessKey, String secret, int requests, HttpProxies proxies) {
        session = new UploadSession(
                connection -> ClientBuilder.open(connection, proxies, BackoffStrategy.retryImmediately()));
        uploader = new S3Uploader(session, new Workers(requests), new TextUploadLog(lines), CLOCK);
        System.setProperty("aws.accessKeyId", accessKey);
        System.setProperty("aws.secretAccessKey", secret);
    }

    static S3Target target(URI endpoint, String bucket) {
        return target(endpoint, bucket, Duration.ofMinutes(1));
    }

    static S3Target target(URI endpoint, String bucket, Duration timeout) {
        return new S3Target(
                bucket,
                new S3Connection(Optional.of("us-east-1"), Optional.empty(), Optional.of(endpoint), true, timeout),
                ObjectSettings.NONE);
    }

    /** The same, when its bucket is that account's. */
    static S3Target expecting(S3Target target, String account) {
        ObjectSettings settings = new ObjectSettings(
                Optional.of(account), Optional.empty(), Optional.empty(), Optional.empty(), Map.of(), Map.of());
        return new S3Target(target.bucket(), target.connection(), settings);
    }

    UploadReport upload(S3Target target, Upload... uploads) {
        return uploader.upload(target, List.of(uploads));
    }

    UploadReport upload(S3Target target, List<Upload> uploads) {
        return uploader.upload(target, uploads);
    }

    void tell(S3Target target, Upload... uploads) {
        uploader.tell(target, List.of(uploads), "lambda.upload.dryRun");
    }

    List<String> lines() {
        return lines.all();
    }

    /** The problems of a report as a user sees them. */
    static String text(UploadReport report) {
        return String.join("\n", ProblemText.lines("'shop'", report.problems()));
    }

    @Override
    public void close() {
        session.close();
    }
}
