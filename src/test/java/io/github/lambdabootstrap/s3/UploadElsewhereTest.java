package io.github.lambdabootstrap.s3;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdabootstrap.s3.FaultProxy.Answer;
import io.github.lambdabootstrap.s3.FaultProxy.Request;
import io.github.lambdabootstrap.s3.UploadOutcome.Failed;
import io.github.lambdabootstrap.s3.UploadOutcome.Unchanged;
import io.github.lambdabootstrap.s3.UploadOutcome.Uploaded;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What answers is not S3, or only in part: a login page, a gateway, a service that knows no checksums. */
class UploadElsewhereTest extends UploadTestCase {

    private static final String PAGE = "<!DOCTYPE html><html><body>Welcome, please log in</body></html>";

    private Upload orders() throws IOException {
        return archives.upload("orders", 20 * KIB);
    }

    private static Answer page(int status) {
        return new Answer(status, Answer.of(status).headers(), PAGE).with("Content-Type", "text/html");
    }

    /** What a service answers that has never heard of checksums. */
    private static Answer withoutChecksum(Answer answer) {
        Answer copy = answer.with("Server", "old");
        copy.headers().keySet().removeIf(name -> name.toLowerCase(Locale.ROOT).startsWith("x-amz-checksum"));
        return copy;
    }

    private static String host(Upload upload, S3Target target) {
        return target.location(upload.key());
    }

    @ParameterizedTest(name = "Content-Length: {0}")
    @ValueSource(strings = {"", "63"})
    void a_login_page_in_place_of_the_object_is_told_as_what_it_is(String length) throws IOException {
        proxy.doing((request, backend) ->
                Optional.of(length.isEmpty() ? page(200) : page(200).with("Content-Length", length)));
        UploadReport report = kit.upload(target, archives.uploads(3, KIB));
        assertThat(UploadKit.text(report)).isEqualTo("""
                1 problem in 'shop':
                  what answers at %s is not S3 (f0, f1, f2); it says 200, and nothing of an object
                    fix: check <s3><endpoint>; where a network or a proxy answers with a page of its own, log in there or go around it      docs/upload.md#what-can-go-wrong""".formatted(proxy.endpoint()));
        assertThat(proxy.seen("PUT")).isEmpty();
    }

    @Test
    void a_page_in_answer_to_the_upload_is_not_taken_for_success() throws IOException {
        proxy.doing((request, backend) -> Optional.of(request.is("PUT") ? page(200) : backend.ask(request)));
        Upload orders = orders();
        UploadReport report = kit.upload(target, orders);
        assertThat(report.outcomes()).hasOnlyElementsOfType(Failed.class);
        assertThat(UploadKit.text(report))
                .startsWith("1 problem in 'shop':\n  the upload was accepted, and then there is no "
                        + host(orders, target) + " (orders); an upload that nobody confirms counts as none\n    fix: ");
    }

    @Test
    void an_upload_that_is_not_confirmed_is_asked_for_and_read_back() throws IOException {
        proxy.doing((request, backend) -> Optional.of(withoutChecksum(backend.ask(request))));
        Upload orders = orders();
        assertThat(kit.upload(target, orders).outcomes()).hasOnlyElementsOfType(Uploaded.class);
        assertThat(proxy.seen()).extracting(Request::method).containsExactly("HEAD", "PUT", "HEAD", "GET");
        assertThat(kit.upload(target, orders).outcomes()).hasOnlyElementsOfType(Unchanged.class);
        assertThat(S3Server.read(bucket, orders.key().value()))
                .isEqualTo(Files.readAllBytes(orders.archive().path()));
    }

    @ParameterizedTest(name = "{0} bytes too few")
    @ValueSource(ints = {0, 5})
    void an_upload_that_nobody_confirms_and_that_holds_other_bytes_is_a_failure(int less) throws IOException {
        Upload orders = orders();
        byte[] other = new byte[(int) orders.archive().size().bytes() - less];
        proxy.doing((request, backend) -> {
            if (!request.is("PUT")) {
                return Optional.of(withoutChecksum(backend.ask(request)));
            }
            S3Server.store(bucket, orders.key().value(), other);
            return Optional.of(Answer.of(200).with("ETag", "\"x\""));
        });
        UploadReport report = kit.upload(target, orders);
        assertThat(UploadKit.text(report))
                .startsWith("1 problem in 'shop':\n  the service has stored other bytes than it was sent, at "
                        + host(orders, target) + " (orders); ");
        assertThat(report.stored()).isEmpty();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            301 | https://127.0.0.1/b/k?X-Amz-Signature=secret | https://127.0.0.1
            302 | http://portal.example/login?u=1 | http://portal.example
            307 | http://portal.example:8080/ | http://portal.example:8080
            308 | /elsewhere | /elsewhere
            """)
    void a_redirect_that_is_not_of_s3_is_told_with_where_it_leads(int status, String location, String told)
            throws IOException {
        proxy.doing((request, backend) -> Optional.of(page(status).with("Location", location)));
        assertThat(UploadKit.text(kit.upload(target, archives.uploads(2, KIB))))
                .startsWith("1 problem in 'shop':\n  what answers at " + proxy.endpoint()
                        + " is not S3 (f0, f1); it says " + status + ", go to " + told + "\n    fix: ")
                .doesNotContain("secret");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            413 | a proxy or gateway before S3 lets no body of this size pass: 413 | (nginx: client_max_body_size)
            407 | a proxy before S3 wants to know who asks, or does not know who asked: 407 | give its user and password, in <proxies> of Maven's settings.xml
            511 | the network wants a login before it lets anything pass: 511 | log in to the network
            """)
    void what_only_a_proxy_says_is_told_as_its_own(int status, String what, String fix) throws IOException {
        proxy.doing((request, backend) -> Optional.of(request.is("PUT") ? page(status) : Answer.of(404)));
        assertThat(UploadKit.text(kit.upload(target, archives.uploads(2, KIB))))
                .startsWith("1 problem in 'shop':\n  " + what)
                .contains(fix);
    }

    @Test
    void the_right_region_is_read_from_what_s3_says_of_a_signature_for_another_one() throws IOException {
        proxy.doing((request, backend) -> Optional.of(
                request.is("HEAD")
                        ? Answer.of(400)
                        : Answer.refusal(
                                400,
                                "AuthorizationHeaderMalformed",
                                "The authorization header is malformed; the region 'us-east-1' is wrong; expecting"
                                        + " 'eu-west-3'")));
        assertThat(UploadKit.text(kit.upload(target, orders())))
                .contains("bucket '" + bucket + "' is in region eu-west-3, and not in us-east-1 (orders; ")
                .contains("fix: set <s3><region> or lambda.s3.region to eu-west-3");
    }

    @Test
    void a_server_without_tls_is_told_as_that_and_not_as_one_that_cannot_be_trusted() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            Thread plain = new Thread(() -> answerInPlainText(server));
            plain.start();
            URI secure = URI.create("https://127.0.0.1:" + server.getLocalPort());
            assertThat(UploadKit.text(kit.upload(UploadKit.target(secure, bucket), orders())))
                    .startsWith("1 problem in 'shop':\n  what answers does not speak HTTPS (orders); ");
        }
    }

    private static void answerInPlainText(ServerSocket server) {
        try {
            while (true) {
                try (Socket socket = server.accept()) {
                    socket.getOutputStream()
                            .write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                    socket.getInputStream().read(new byte[1024]);
                }
            }
        } catch (IOException e) {
            // closed, which ends it
        }
    }
}
