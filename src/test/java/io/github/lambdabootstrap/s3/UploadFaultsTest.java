package io.github.lambdabootstrap.s3;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdabootstrap.s3.FaultProxy.Answer;
import io.github.lambdabootstrap.s3.FaultProxy.Behaviour;
import io.github.lambdabootstrap.s3.UploadOutcome.Failed;
import io.github.lambdabootstrap.s3.UploadOutcome.Unchanged;
import io.github.lambdabootstrap.s3.UploadOutcome.Uploaded;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The fault table of docs/upload.md: nothing is lost, nothing wrong is claimed, and each message says what to do. */
class UploadFaultsTest extends UploadTestCase {

    private static final Optional<Answer> BROKEN = Optional.empty();
    private static final DateTimeFormatter AMZ_DATE =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private Upload orders() throws IOException {
        return archives.upload("orders", 200 * KIB);
    }

    private void assertStored(Upload upload) throws IOException {
        assertThat(S3Server.read(bucket, upload.key().value()))
                .isEqualTo(Files.readAllBytes(upload.archive().path()));
    }

    /** The fault for the first requests of a method, then the server itself. */
    private static Behaviour first(int times, String method, Behaviour fault) {
        AtomicInteger left = new AtomicInteger(times);
        return (request, backend) -> request.is(method) && left.getAndDecrement() > 0
                ? fault.answer(request, backend)
                : Optional.of(backend.ask(request));
    }

    private static Behaviour always(String method, Answer answer) {
        return (request, backend) -> Optional.of(request.is(method) ? answer : backend.ask(request));
    }

    @Test
    void a_burst_of_503_is_survived() throws IOException {
        proxy.doing(first(
                3,
                "PUT",
                (request, backend) ->
                        Optional.of(Answer.refusal(503, "SlowDown", "Please reduce your request rate."))));
        Upload orders = orders();
        assertThat(kit.upload(target, orders).outcomes()).hasOnlyElementsOfType(Uploaded.class);
        assertThat(proxy.seen("PUT")).hasSize(4);
        assertStored(orders);
    }

    @Test
    void a_connection_that_breaks_before_or_after_the_body_is_tried_again() throws IOException {
        proxy.doing(first(2, "PUT", (request, backend) -> BROKEN));
        Upload orders = orders();
        assertThat(kit.upload(target, orders).outcomes()).hasOnlyElementsOfType(Uploaded.class);
        assertStored(orders);
    }

    @Test
    void an_answer_that_is_lost_after_the_object_was_stored_is_no_failure_and_no_second_object() throws IOException {
        proxy.doing(first(1, "PUT", (request, backend) -> {
            backend.ask(request);
            return BROKEN;
        }));
        Upload orders = orders();
        assertThat(kit.upload(target, orders).outcomes()).hasOnlyElementsOfType(Uploaded.class);
        assertThat(proxy.seen()).extracting(FaultProxy.Request::method).containsExactly("HEAD", "PUT", "PUT", "HEAD");
        assertStored(orders);
    }

    @Test
    void an_error_that_is_said_after_the_object_was_stored_is_no_failure() throws IOException {
        proxy.doing(first(1, "PUT", (request, backend) -> {
            backend.ask(request);
            return Optional.of(Answer.refusal(500, "InternalError", "We encountered an internal error."));
        }));
        Upload orders = orders();
        assertThat(kit.upload(target, orders).outcomes()).hasOnlyElementsOfType(Uploaded.class);
        assertStored(orders);
    }

    @Test
    void an_absent_key_that_is_forbidden_rather_than_not_found_is_uploaded() throws IOException {
        proxy.doing((request, backend) -> {
            Answer answer = backend.ask(request);
            return Optional.of(request.is("HEAD") && answer.status() == 404 ? Answer.of(403) : answer);
        });
        Upload orders = orders();
        assertThat(kit.upload(target, orders).outcomes()).hasOnlyElementsOfType(Uploaded.class);
        assertThat(kit.upload(target, orders).outcomes()).hasOnlyElementsOfType(Unchanged.class);
        assertThat(proxy.seen("PUT")).hasSize(1);
    }

    @Test
    void a_clock_that_is_two_hours_off_is_corrected_for_before_a_body_is_sent() throws IOException {
        Instant there = Instant.now().plus(Duration.ofHours(2));
        proxy.doing((request, backend) -> {
            Instant signed = AMZ_DATE.parse(request.headers().getFirst("X-Amz-Date"), Instant::from);
            if (Duration.between(signed, there).abs().compareTo(Duration.ofMinutes(15)) < 0) {
                return Optional.of(backend.ask(request));
            }
            return Optional.of(
                    request.is("HEAD")
                            ? Answer.of(403)
                            : Answer.refusal(403, "RequestTimeTooSkewed", "The difference is too large."));
        });
        Upload orders = orders();
        try (LateClock service = new LateClock(proxy.endpoint(), there)) {
            S3Target late = UploadKit.target(service.endpoint(), bucket);
            assertThat(kit.upload(late, orders).outcomes()).hasOnlyElementsOfType(Uploaded.class);
            assertThat(proxy.seen("PUT")).hasSize(1);
            assertStored(orders);
            proxy.forget();
            assertThat(kit.upload(late, orders).outcomes()).hasOnlyElementsOfType(Unchanged.class);
            assertThat(proxy.seen()).hasSize(1);
        }
    }

    @Test
    void a_clock_that_cannot_be_corrected_for_is_told() throws IOException {
        proxy.doing((request, backend) -> Optional.of(
                request.is("HEAD")
                        ? Answer.of(403)
                        : Answer.refusal(403, "RequestTimeTooSkewed", "The difference is too large.")));
        assertThat(UploadKit.text(kit.upload(target, orders()))).isEqualTo("""
                        1 problem in 'shop':
                          the clock of this machine is wrong, so S3 accepts no signature (orders; request id 4442587FB7D0A2F9); it says: The difference is too large.
                            fix: set the clock      docs/upload.md#what-can-go-wrong""");
    }

    @Test
    void an_object_that_appears_between_question_and_upload_is_compared_and_not_trusted() throws IOException {
        Upload orders = orders();
        byte[] content = Files.readAllBytes(orders.archive().path());
        proxy.doing(first(1, "HEAD", (request, backend) -> {
            Answer answer = backend.ask(request);
            S3Server.store(bucket, orders.key().value(), content);
            return Optional.of(answer);
        }));
        assertThat(kit.upload(target, orders).stored()).hasSize(1);
        assertStored(orders);

        Upload other = archives.upload("other", 10 * KIB);
        proxy.doing(first(1, "HEAD", (request, backend) -> {
            Answer answer = backend.ask(request);
            S3Server.store(bucket, other.key().value(), new byte[1]);
            return Optional.of(answer);
        }));
        assertThat(UploadKit.text(kit.upload(target, other))).contains("holds other bytes than its name says (other)");
    }

    @Test
    void a_taken_key_that_may_not_be_read_is_a_failure_that_names_the_missing_permission() throws IOException {
        Upload orders = orders();
        kit.upload(target, orders);
        proxy.doing(always("HEAD", Answer.of(403)));
        assertThat(UploadKit.text(kit.upload(target, orders))).isEqualTo("""
                        1 problem in 'shop':
                          an object is there, and what it holds cannot be found out (orders); S3 says that the key is taken, and does not tell its checksum
                            fix: allow s3:GetObject to these credentials, and kms:Decrypt where a KMS key encrypts the object      docs/upload.md#permissions""");
    }

    @Test
    void slow_answers_are_waited_for_and_silence_ends_at_the_limit() throws IOException {
        CountDownLatch never = new CountDownLatch(1);
        proxy.doing(first(1, "PUT", (request, backend) -> {
            await(never, Duration.ofMillis(700));
            return Optional.of(backend.ask(request));
        }));
        Upload orders = orders();
        assertThat(kit.upload(target, orders).outcomes()).hasOnlyElementsOfType(Uploaded.class);

        Upload silent = archives.upload("silent", KIB);
        proxy.doing((request, backend) -> {
            await(never, Duration.ofSeconds(20));
            return BROKEN;
        });
        S3Target impatient = UploadKit.target(proxy.endpoint(), bucket, Duration.ofSeconds(1));
        assertThat(UploadKit.text(kit.upload(impatient, silent))).isEqualTo("""
                        1 problem in 'shop':
                          S3 was not done within 1 s (silent); an archive that was not confirmed counts as not stored
                            fix: look for what slows the network, or raise lambda.s3.timeout, the seconds of one archive      docs/upload.md#time""");
        never.countDown();
    }

    private static void await(CountDownLatch latch, Duration time) throws IOException {
        try {
            latch.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Test
    void a_truncated_answer_is_no_proof() throws IOException {
        Upload orders = orders();
        byte[] content = Files.readAllBytes(orders.archive().path());
        S3Server.store(bucket, orders.key().value(), content); // without a checksum, so that it must be read
        AtomicInteger left = new AtomicInteger(2);
        proxy.doing((request, backend) -> {
            proxy.truncating(request.is("GET") && left.getAndDecrement() > 0);
            return Optional.of(backend.ask(request));
        });
        assertThat(kit.upload(target, orders).outcomes()).hasOnlyElementsOfType(Unchanged.class);
        assertThat(proxy.seen("GET")).hasSize(3);
    }

    @Test
    void a_wrong_checksum_in_an_answer_is_never_taken_for_success() throws IOException {
        String wrong = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";
        Upload orders = orders();
        proxy.doing((request, backend) -> {
            Answer answer = backend.ask(request);
            return Optional.of(request.is("PUT") ? answer.with("x-amz-checksum-sha256", wrong) : answer);
        });
        assertThat(UploadKit.text(kit.upload(target, orders)))
                .startsWith("1 problem in 'shop':\n  S3 confirms another checksum than that of the archive, for s3://");

        proxy.doing((request, backend) -> {
            Answer answer = backend.ask(request);
            return Optional.of(request.is("HEAD") ? answer.with("x-amz-checksum-sha256", wrong) : answer);
        });
        assertThat(UploadKit.text(kit.upload(target, orders))).contains("holds other bytes than its name says");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    403 | AccessDenied | User: arn:aws:iam::1:user/ci is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::b/k" because no identity-based policy allows it | S3 denies s3:PutObject in bucket 'B' (f0, f1; request id 4442587FB7D0A2F9); it says: User: arn:aws:iam::1:user/ci is not authorized to perform: s3:PutObject because no identity-based policy allows it | allow s3:PutObject to these credentials, in their policy and in that of the bucket | permissions
                    403 | AccessDenied | User: x is not authorized to perform: kms:GenerateDataKey on resource: arn:aws:kms:eu:1:key/2 | S3 denies kms:GenerateDataKey in bucket 'B' (f0, f1; request id 4442587FB7D0A2F9); it says: User: x is not authorized to perform: kms:GenerateDataKey | allow kms:GenerateDataKey and kms:Decrypt on the KMS key to these credentials, in their policy and in that of the bucket | permissions
                    403 | InvalidAccessKeyId | The AWS Access Key Id you provided does not exist in our records. | S3 does not accept the credentials: InvalidAccessKeyId (f0, f1; request id 4442587FB7D0A2F9); it says: The AWS Access Key Id you provided does not exist in our records. | log in again; aws sts get-caller-identity shows whom the credentials belong to | credentials
                    404 | NoSuchBucket | The specified bucket does not exist | bucket 'B' does not exist (f0, f1; request id 4442587FB7D0A2F9); this plugin never creates one | create it, or correct <s3><bucket> or lambda.s3.bucket | what-can-go-wrong
                    400 | KMS.NotFoundException | Key 'x' does not exist | S3 cannot encrypt with the KMS key: KMS.NotFoundException (f0, f1; request id 4442587FB7D0A2F9); it says: Key 'x' does not exist | correct <s3><kmsKeyId>, or enable the key; it must be in the region of the bucket | permissions
                    400 | BadDigest | The SHA256 you specified did not match | other bytes arrived than were sent, and S3 stored nothing: BadDigest (f0, f1; request id 4442587FB7D0A2F9); it says: The SHA256 you specified did not match | run the build again; when it happens again, look for a proxy that changes requests | what-can-go-wrong
                    404 | XUserNotFound | No such user | S3 refuses the request: 404 XUserNotFound (f0, f1; request id 4442587FB7D0A2F9); it says: No such user | correct what the message speaks of in <s3> | what-can-go-wrong
                    400 | InvalidArgument | Header x is wrong | S3 refuses the request: 400 InvalidArgument (f0, f1; request id 4442587FB7D0A2F9); it says: Header x is wrong | correct what the message speaks of in <s3> | what-can-go-wrong
                    501 | NotImplemented | A header implies functionality that is not implemented | the service at this endpoint does not do what S3 does: 501 NotImplemented (f0, f1; request id 4442587FB7D0A2F9); it says: A header implies functionality that is not implemented | use one that knows If-None-Match and SHA-256 checksums; a key pattern without {sha256} needs only the checksums | what-can-go-wrong
                    409 | ConditionalRequestConflict | A conflicting operation occurred | somebody else writes the same key: 409 ConditionalRequestConflict (f0, f1; request id 4442587FB7D0A2F9); it says: A conflicting operation occurred | run the build again; what is stored by then is not sent again | what-can-go-wrong
                    """)
    void a_refusal_is_one_problem_of_all_archives(
            int status, String code, String message, String what, String fix, String anchor) throws IOException {
        proxy.doing(always("PUT", Answer.refusal(status, code, message)));
        UploadReport report = kit.upload(target, archives.uploads(2, KIB));
        assertThat(report.outcomes()).hasOnlyElementsOfType(Failed.class);
        assertThat(UploadKit.text(report).replace(bucket, "B"))
                .isEqualTo("1 problem in 'shop':\n  " + what + "\n    fix: " + fix + "      docs/upload.md#" + anchor);
        assertThat(kit.lines()).containsExactly("INFO 0 archives uploaded, 0 unchanged, 2 failed (0 B sent) in 0.0 s");
        assertThat(S3Server.has(bucket, "lambda/f0/")).isFalse();
    }

    private static Behaviour ownedBy(String account, boolean words) {
        return (request, backend) -> {
            String expected = request.headers().getFirst("x-amz-expected-bucket-owner");
            if (expected == null || expected.equals(account)) {
                return Optional.of(backend.ask(request));
            }
            return request.is("PUT") && !words
                    ? BROKEN
                    : Optional.of(Answer.refusal(403, "AccessDenied", "Access Denied"));
        };
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_bucket_of_another_owner_is_told_as_such_whether_or_not_the_refusal_arrives(boolean arrives)
            throws IOException {
        proxy.doing(ownedBy("111122223333", arrives));
        List<Upload> uploads = archives.uploads(40, KIB);
        assertThat(UploadKit.text(kit.upload(UploadKit.expecting(target, "999999999999"), uploads))
                        .replace(bucket, "B"))
                .startsWith("1 problem in 'shop':\n  bucket 'B' does not belong to account 999999999999 (f0, f1, ")
                .contains("fix: correct <s3><expectedBucketOwner> or lambda.s3.expectedBucketOwner");
        assertThat(proxy.seen("HEAD")).hasSizeLessThan(40); // it is the failure of all
        assertThat(kit.upload(UploadKit.expecting(target, "111122223333"), uploads)
                        .problems())
                .isEmpty();
    }

    @Test
    void a_denied_upload_to_a_bucket_of_the_right_owner_is_not_blamed_on_the_owner() throws IOException {
        proxy.doing(always("PUT", Answer.refusal(403, "AccessDenied", "Access Denied")));
        assertThat(UploadKit.text(kit.upload(UploadKit.expecting(target, "111122223333"), orders())))
                .startsWith("1 problem in 'shop':\n  S3 denies s3:PutObject in bucket '" + bucket + "' (orders")
                .contains("see that the bucket belongs to account 111122223333 (<s3><expectedBucketOwner>)");
        // nor is anything else that is denied with and without it
        proxy.doing((request, backend) -> Optional.of(Answer.refusal(403, "AccessDenied", "Access Denied")));
        assertThat(UploadKit.text(
                        kit.upload(UploadKit.expecting(target, "111122223333"), archives.upload("other", KIB))))
                .startsWith("1 problem in 'shop':\n  S3 denies s3:PutObject in bucket '" + bucket + "' (other");
    }

    @Test
    void the_region_of_the_bucket_is_named_when_another_was_asked() throws IOException {
        proxy.doing(always("HEAD", Answer.of(301).with("x-amz-bucket-region", "eu-central-1")));
        assertThat(UploadKit.text(kit.upload(target, archives.uploads(20, KIB))))
                .startsWith("1 problem in 'shop':\n  bucket '" + bucket
                        + "' is in region eu-central-1, and not in us-east-1 (f0, f1, ")
                .endsWith("""
                        , f19); Lambda loads code only from a bucket in the region of the function
                            fix: set <s3><region> or lambda.s3.region to eu-central-1      docs/upload.md#what-can-go-wrong""");
        assertThat(proxy.seen("PUT")).isEmpty();
        assertThat(proxy.seen("HEAD")).hasSizeLessThanOrEqualTo(8); // one of each thread, then nobody asks any more
    }

    @Test
    void the_reason_of_a_400_to_head_is_asked_for_as_head_cannot_tell() throws IOException {
        proxy.doing((request, backend) -> Optional.of(
                request.is("HEAD")
                        ? Answer.of(400)
                        : Answer.refusal(400, "ExpiredToken", "The provided token has expired.")));
        assertThat(UploadKit.text(kit.upload(target, orders())))
                .contains("S3 does not accept the credentials: ExpiredToken (orders; request id 4442587FB7D0A2F9)");
    }

    @Test
    void a_service_that_stays_busy_is_given_up_and_nothing_is_claimed() throws IOException {
        proxy.doing(always("HEAD", Answer.of(503)));
        S3Target target = UploadKit.target(proxy.endpoint(), bucket, Duration.ofMinutes(2));
        UploadReport report = kit.upload(target, orders());
        assertThat(report.stored()).isEmpty();
        assertThat(UploadKit.text(report))
                .contains("S3 did not store it in 8 attempts: 503 (orders)")
                .contains("fix: run the build again; what is stored by then is not sent again");
    }

    @Test
    void a_refusal_in_place_of_the_go_ahead_is_told_with_its_reason_which_costs_one_body() throws IOException {
        try (RefusingServer server = new RefusingServer(RefusingServer.Manner.READS)) {
            UploadReport report =
                    kit.upload(UploadKit.target(server.endpoint(), bucket), archives.uploads(4, KIB * KIB));
            assertThat(UploadKit.text(report))
                    .startsWith("1 problem in 'shop':\n  S3 denies s3:PutObject in bucket '" + bucket
                            + "' (f0, f1, f2, f3); it says: no, never");
            assertThat(server.bodies()).isEqualTo(1);
        }
    }

    @Test
    void a_connection_that_is_shut_with_the_body_unread_is_told_as_the_refusal_and_not_as_a_broken_pipe()
            throws IOException {
        try (RefusingServer server = new RefusingServer(RefusingServer.Manner.SHUTS)) {
            UploadReport report =
                    kit.upload(UploadKit.target(server.endpoint(), bucket), archives.uploads(2, 8 * KIB * KIB));
            assertThat(UploadKit.text(report))
                    .startsWith("1 problem in 'shop':\n  S3 denies s3:PutObject in bucket '" + bucket
                            + "' (f0, f1); it says");
        }
    }

    @Test
    void a_connection_that_is_shut_on_a_body_that_was_asked_for_is_told_as_the_refusal_that_a_question_meets()
            throws IOException {
        List<Upload> uploads = archives.uploads(2, 8 * KIB * KIB);
        try (RefusingServer server =
                new RefusingServer(RefusingServer.Manner.INVITES_AND_SHUTS, "SignatureDoesNotMatch")) {
            assertThat(UploadKit.text(kit.upload(UploadKit.target(server.endpoint(), bucket), uploads)))
                    .startsWith(
                            "1 problem in 'shop':\n"
                                    + "  S3 does not accept the credentials: SignatureDoesNotMatch (f0, f1); it says: no, never");
        }
        // that may as well be how an absent object is refused to who may not list the bucket, so it is no reason
        try (RefusingServer server = new RefusingServer(RefusingServer.Manner.INVITES_AND_SHUTS)) {
            assertThat(UploadKit.text(kit.upload(UploadKit.target(server.endpoint(), bucket), uploads.get(0))))
                    .startsWith("1 problem in 'shop':\n  the connection to S3 broke in each of 8 attempts (f0); ")
                    .contains("S3 may have refused the upload");
        }
    }

    @Test
    void a_connection_that_breaks_in_each_attempt_is_no_failure_when_the_object_is_there() throws IOException {
        Upload orders = orders();
        proxy.doing((request, backend) -> {
            Answer answer = backend.ask(request);
            return request.is("PUT") ? BROKEN : Optional.of(answer);
        });
        assertThat(kit.upload(target, orders).outcomes()).hasOnlyElementsOfType(Uploaded.class);
        assertStored(orders);
    }

    @Test
    void a_wrong_clock_is_corrected_for_and_told_when_that_does_not_help() throws IOException {
        Answer skewed = Answer.refusal(
                403,
                "RequestTimeTooSkewed",
                "The difference between the request time and the server's time is too large.");
        proxy.doing(first(1, "PUT", (request, backend) -> Optional.of(skewed)));
        Upload orders = orders();
        assertThat(kit.upload(target, orders).outcomes()).hasOnlyElementsOfType(Uploaded.class);
        assertStored(orders);

        proxy.doing(always("PUT", skewed));
        assertThat(UploadKit.text(kit.upload(target, archives.upload("late", KIB))))
                .contains("the clock of this machine is wrong, so S3 accepts no signature (late; ");
    }

    @Test
    void a_profile_without_credentials_is_told_once_and_nothing_is_asked() throws IOException {
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
        System.setProperty("aws.disableEc2Metadata", "true");
        S3Connection named = new S3Connection(
                Optional.of("us-east-1"),
                Optional.of("nobody-has-this"),
                target.connection().endpoint(),
                true,
                Duration.ofMinutes(1));
        try {
            assertThat(UploadKit.text(
                            kit.upload(new S3Target(bucket, named, ObjectSettings.NONE), archives.uploads(3, KIB))))
                    .startsWith("1 problem in 'shop':\n"
                            + "  profile 'nobody-has-this' gives no AWS credentials (f0, f1, f2); ");
        } finally {
            System.clearProperty("aws.disableEc2Metadata");
        }
        assertThat(proxy.seen()).isEmpty();
    }

    @Test
    void every_archive_that_failed_is_told_and_the_others_are_stored() throws IOException {
        List<Upload> uploads = archives.uploads(5, KIB);
        proxy.doing((request, backend) -> Optional.of(
                request.is("PUT") && request.target().matches(".*/f[13]/.*")
                        ? Answer.refusal(403, "AccessDenied", "Access Denied")
                        : backend.ask(request)));
        UploadReport report = kit.upload(target, uploads);
        assertThat(report.stored()).extracting(stored -> stored.upload().name()).containsExactly("f0", "f2", "f4");
        assertThat(UploadKit.text(report)).contains("(f1, f3; request id 4442587FB7D0A2F9)");

        proxy.doing((request, backend) -> Optional.of(backend.ask(request)));
        proxy.forget();
        UploadReport next = kit.upload(target, uploads);
        assertThat(next.problems()).isEmpty();
        assertThat(proxy.seen("PUT")).hasSize(2);
    }
}
