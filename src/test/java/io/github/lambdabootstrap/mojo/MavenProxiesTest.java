package io.github.lambdabootstrap.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdabootstrap.s3.HttpProxy;
import java.net.URI;
import java.util.Optional;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.repository.Proxy;
import org.eclipse.aether.util.repository.AuthenticationBuilder;
import org.eclipse.aether.util.repository.DefaultProxySelector;
import org.junit.jupiter.api.Test;

class MavenProxiesTest {

    private static final URI S3 = URI.create("https://s3.eu-central-1.amazonaws.com");

    private static MavenProxies with(Proxy proxy, String nonProxyHosts) {
        DefaultRepositorySystemSession session = new DefaultRepositorySystemSession();
        session.setProxySelector(new DefaultProxySelector().add(proxy, nonProxyHosts));
        return new MavenProxies(session);
    }

    @Test
    void the_proxy_of_the_settings_leads_to_every_server_but_those_that_it_leaves_out() {
        MavenProxies proxies = with(new Proxy(Proxy.TYPE_HTTP, "proxy.corp", 3128), "localhost|*.corp");
        assertThat(proxies.to(S3)).contains(new HttpProxy("proxy.corp", 3128, Optional.empty()));
        assertThat(proxies.to(URI.create("http://minio.corp:9000"))).isEmpty();
        assertThat(proxies.to(URI.create("http://localhost:4566"))).isEmpty();
    }

    @Test
    void its_login_goes_along() {
        MavenProxies proxies = with(
                new Proxy(
                        Proxy.TYPE_HTTP,
                        "proxy.corp",
                        3128,
                        new AuthenticationBuilder()
                                .addUsername("me")
                                .addPassword("secret")
                                .build()),
                null);
        assertThat(proxies.to(S3))
                .contains(new HttpProxy("proxy.corp", 3128, Optional.of(new HttpProxy.Login("me", "secret"))));
    }

    @Test
    void without_settings_or_session_there_is_none() {
        assertThat(new MavenProxies(new DefaultRepositorySystemSession()).to(S3))
                .isEmpty();
        assertThat(new MavenProxies(null).to(S3)).isEmpty();
    }
}
