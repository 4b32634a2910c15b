package io.github.lambdabootstrap.s3;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdabootstrap.s3.UploadOutcome.Failed;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** The limits of docs/upload.md#time: an archive has so long, and a run does not wait for each where nobody answers. */
class UploadTimeTest extends UploadTestCase {

    /** So many are under way at a time; each of the others would add a second to a test that does not stop. */
    private static final int AT_A_TIME = 8;

    private static final int MANY = 80;
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final CountDownLatch end = new CountDownLatch(1);

    /** A JVM's first upload takes longer than the limits of these tests. */
    @BeforeEach
    void warm_up() throws IOException {
        kit.upload(target, archives.upload("first", KIB));
        proxy.forget();
    }

    @AfterEach
    void let_go() {
        end.countDown();
    }

    private void wait(Duration time) throws IOException {
        try {
            end.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static String names(int from, int to) {
        StringBuilder names = new StringBuilder("f" + from);
        for (int n = from + 1; n < to; n++) {
            names.append(", f").append(n);
        }
        return names.toString();
    }

    @Test
    void the_limit_is_that_of_all_requests_of_an_archive_together() throws IOException {
        proxy.doing((request, backend) -> {
            wait(Duration.ofMillis(700));
            return Optional.of(backend.ask(request));
        });
        S3Target impatient = UploadKit.target(proxy.endpoint(), bucket, SECOND);
        assertThat(UploadKit.text(kit.upload(impatient, archives.upload("orders", KIB))))
                .isEqualTo("""
                        1 problem in 'shop':
                          S3 was not done within 1 s (orders); an archive that was not confirmed counts as not stored
                            fix: look for what slows the network, or raise lambda.s3.timeout, the seconds of one archive      docs/upload.md#time""");
    }

    @Test
    void a_request_does_not_end_before_the_limit_does() {
        long before = System.nanoTime();
        TimeLimit limit = new TimeLimit(SECOND);
        long millis = limit.request().build().apiCallTimeout().orElseThrow().toMillis(); // which is what the SDK waits
        Duration end = Duration.ofNanos(System.nanoTime() - before).plusMillis(millis);
        assertThat(end).isGreaterThanOrEqualTo(SECOND);
    }

    @Test
    void a_service_that_takes_connections_and_never_answers_is_waited_for_once() throws IOException {
        try (SilentServer server = new SilentServer()) {
            UploadReport report =
                    kit.upload(UploadKit.target(server.endpoint(), bucket, SECOND), archives.uploads(MANY, KIB));
            assertThat(UploadKit.text(report))
                    .startsWith("1 problem in 'shop':\n  S3 was not done within 1 s (" + names(0, MANY) + ")");
            assertThat(server.connections()).isLessThanOrEqualTo(AT_A_TIME);
        }
    }

    @Test
    void a_service_that_answers_questions_and_takes_no_archive_is_waited_for_once() throws IOException {
        proxy.doing((request, backend) -> {
            if (request.is("PUT")) {
                wait(Duration.ofMinutes(1));
            }
            return Optional.of(backend.ask(request));
        });
        S3Target impatient = UploadKit.target(proxy.endpoint(), bucket, SECOND);
        UploadReport report = kit.upload(impatient, archives.uploads(MANY, KIB));
        assertThat(report.outcomes()).hasSize(MANY).hasOnlyElementsOfType(Failed.class);
        assertThat(report.problems()).hasSize(1);
        assertThat(proxy.seen("PUT")).hasSizeLessThanOrEqualTo(2 * AT_A_TIME);
    }

    @Test
    void a_service_that_falls_silent_in_the_middle_keeps_what_it_has_and_the_rest_is_not_tried() throws IOException {
        AtomicInteger bodies = new AtomicInteger();
        proxy.doing((request, backend) -> {
            if (request.is("PUT") ? bodies.incrementAndGet() > AT_A_TIME : bodies.get() > AT_A_TIME) {
                wait(Duration.ofMinutes(1));
            }
            return Optional.of(backend.ask(request));
        });
        S3Target impatient = UploadKit.target(proxy.endpoint(), bucket, Duration.ofSeconds(2));
        UploadReport report = kit.upload(impatient, archives.uploads(MANY, KIB));
        assertThat(report.stored()).hasSize(AT_A_TIME);
        assertThat(report.problems()).hasSize(1);
        assertThat(proxy.seen()).hasSizeLessThan(MANY);
    }

    @Test
    void one_archive_that_takes_too_long_stops_no_other() throws IOException {
        proxy.doing((request, backend) -> {
            if (request.target().contains("/f0/")) {
                wait(Duration.ofMinutes(1));
            }
            return Optional.of(backend.ask(request));
        });
        S3Target impatient = UploadKit.target(proxy.endpoint(), bucket, Duration.ofSeconds(3));
        UploadReport report = kit.upload(impatient, archives.uploads(MANY, KIB));
        assertThat(report.stored()).hasSize(MANY - 1);
        assertThat(UploadKit.text(report)).contains("S3 was not done within 3 s (f0)");
    }

    @Test
    void nobody_listening_is_told_of_all_archives_with_what_java_says() throws IOException {
        URI nobody = proxy.endpoint();
        proxy.close();
        List<Upload> uploads = archives.uploads(3, KIB);
        UploadReport report = kit.upload(UploadKit.target(nobody, bucket), uploads);
        assertThat(UploadKit.text(report)).isEqualTo("""
                1 problem in 'shop':
                  no connection to %s could be made in any of 8 attempts (f0, f1, f2); ConnectException: Connection refused
                    fix: check the network, the proxy that Java is told of, <s3><region> and <s3><endpoint>      docs/upload.md#time""".formatted(nobody));
        assertThat(report.outcomes())
                .allSatisfy(outcome ->
                        assertThat(((Failed) outcome).failure().reach()).isEqualTo(UploadFailure.Reach.RUN));
    }

    @Test
    void what_stays_busy_or_silent_is_of_the_run_when_no_other_archive_gets_through() {
        UploadFailures failures = new UploadFailures(target, Optional.of("us-east-1"));
        assertThat(failures.of((S3Exception)
                                S3Exception.builder().statusCode(503).build())
                        .reach())
                .isEqualTo(UploadFailure.Reach.UNANSWERED);
        UploadFailure silence = failures.of(ApiCallAttemptTimeoutException.create(20_000));
        assertThat(silence.reach()).isEqualTo(UploadFailure.Reach.UNANSWERED);
        assertThat(silence.problem().what()).isEqualTo("S3 did not answer within 20 s in any of 8 attempts");
    }
}
