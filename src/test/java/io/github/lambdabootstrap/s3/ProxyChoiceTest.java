package io.github.lambdabootstrap.s3;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdabootstrap.s3.UploadOutcome.Uploaded;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.urlconnection.ProxyConfiguration;

/** Java's properties come before Maven's settings, and a server of this machine is asked directly. */
class ProxyChoiceTest extends UploadTestCase {

    private static final URI S3 = URI.create("https://s3.eu-central-1.amazonaws.com");
    private static final HttpProxies SETTINGS =
            server -> Optional.of(new HttpProxy("proxy.corp", 3128, Optional.empty()));

    @AfterEach
    void forget_properties() {
        System.clearProperty("https.proxyHost");
        System.clearProperty("https.proxyPort");
        System.clearProperty("http.proxyHost");
    }

    @Test
    void requests_go_through_the_proxy_that_the_settings_name() throws IOException {
        HttpProxy named = new HttpProxy("127.0.0.1", proxy.endpoint().getPort(), Optional.empty());
        Upload orders = archives.upload("orders", KIB);
        try (UploadKit behind = new UploadKit(server -> Optional.of(named))) {
            // a name that nobody knows but the proxy
            UploadReport report = behind.upload(UploadKit.target(URI.create("http://s3.corp.invalid"), bucket), orders);
            assertThat(UploadKit.text(report)).isEqualTo("0 problems in 'shop':");
            assertThat(report.outcomes()).hasOnlyElementsOfType(Uploaded.class);
        }
        assertThat(proxy.seen("PUT"))
                .singleElement()
                .satisfies(
                        request -> assertThat(request.target()).startsWith("http://s3.corp.invalid/" + bucket + "/"));
    }

    @Test
    void the_settings_are_asked_for_the_service_and_their_login_goes_along() {
        HttpProxy.Login login = new HttpProxy.Login("me", "secret");
        ProxyConfiguration choice = ProxyChoice.to(S3, server -> {
            assertThat(server).isEqualTo(S3);
            return Optional.of(new HttpProxy("proxy.corp", 3128, Optional.of(login)));
        });
        assertThat(choice.host()).isEqualTo("proxy.corp");
        assertThat(choice.port()).isEqualTo(3128);
        assertThat(choice.username()).isEqualTo("me");
        assertThat(choice.password()).isEqualTo("secret");
        assertThat(login).hasToString("me");
    }

    @Test
    void the_properties_of_java_for_the_scheme_come_first() {
        System.setProperty("http.proxyHost", "for.http.alone");
        assertThat(ProxyChoice.to(S3, SETTINGS).host()).isEqualTo("proxy.corp");
        System.setProperty("https.proxyHost", "java.corp");
        System.setProperty("https.proxyPort", "8443");
        ProxyConfiguration choice = ProxyChoice.to(S3, SETTINGS);
        assertThat(choice.host()).isEqualTo("java.corp");
        assertThat(choice.port()).isEqualTo(8443);
    }

    @Test
    void without_settings_there_is_none_for_a_server_of_this_machine() {
        assertThat(ProxyChoice.to(URI.create("http://127.0.0.1:9000"), HttpProxies.NONE)
                        .host())
                .isNull();
        assertThat(ProxyChoice.to(URI.create("http://[::1]:9000"), HttpProxies.NONE)
                        .host())
                .isNull();
    }
}
