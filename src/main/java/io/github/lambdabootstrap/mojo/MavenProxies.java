package io.github.lambdabootstrap.mojo;

import io.github.lambdabootstrap.s3.HttpProxies;
import io.github.lambdabootstrap.s3.HttpProxy;
import java.net.URI;
import java.util.Optional;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.repository.AuthenticationContext;
import org.eclipse.aether.repository.Proxy;
import org.eclipse.aether.repository.ProxySelector;
import org.eclipse.aether.repository.RemoteRepository;

/**
 * The {@code <proxies>} of Maven's settings, as Maven itself uses them: with {@code nonProxyHosts}, and with passwords
 * decrypted.
 *
 * @param session of the build; null where there is none
 */
record MavenProxies(RepositorySystemSession session) implements HttpProxies {

    @Override
    public Optional<HttpProxy> to(URI server) {
        return Optional.ofNullable(session)
                .map(RepositorySystemSession::getProxySelector)
                .map(selector -> asked(selector, server));
    }

    /** As for a repository at the address. */
    private HttpProxy asked(ProxySelector selector, URI server) {
        RemoteRepository there = new RemoteRepository.Builder("s3", "default", server.toString()).build();
        Proxy proxy = selector.getProxy(there);
        if (proxy == null) {
            return null;
        }
        RemoteRepository through =
                new RemoteRepository.Builder(there).setProxy(proxy).build();
        try (AuthenticationContext context = AuthenticationContext.forProxy(session, through)) {
            return new HttpProxy(proxy.getHost(), proxy.getPort(), login(context));
        }
    }

    private static Optional<HttpProxy.Login> login(AuthenticationContext context) {
        return Optional.ofNullable(context)
                .map(known -> known.get(AuthenticationContext.USERNAME))
                .map(user -> new HttpProxy.Login(
                        user,
                        Optional.ofNullable(context.get(AuthenticationContext.PASSWORD))
                                .orElse("")));
    }
}
