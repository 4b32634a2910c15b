package io.github.lambdabootstrap.s3;

import java.net.Authenticator;
import java.net.PasswordAuthentication;
import java.util.Optional;

/**
 * Tells one proxy who asks. Java asks for it where a tunnel to an HTTPS server is made; nobody else can give the header
 * to that request. Every other question goes to whoever was there before.
 */
final class ProxyLogin extends Authenticator {

    /** Java keeps a login that is sent as Basic back from tunnels, unless this names other kinds. */
    private static final String KEPT_BACK = "jdk.http.auth.tunneling.disabledSchemes";

    private final HttpProxy proxy;
    private final HttpProxy.Login login;
    private final Optional<Authenticator> before;

    private ProxyLogin(HttpProxy proxy, HttpProxy.Login login, Optional<Authenticator> before) {
        this.proxy = proxy;
        this.login = login;
        this.before = before;
    }

    /** Has an effect on tunnels only before Java's first request by HTTP; whoever has set the property keeps it. */
    static void give(HttpProxy proxy, HttpProxy.Login login) {
        System.getProperties().putIfAbsent(KEPT_BACK, "");
        setDefault(new ProxyLogin(proxy, login, Optional.ofNullable(getDefault())));
    }

    @Override
    protected PasswordAuthentication getPasswordAuthentication() {
        boolean mine = getRequestorType() == RequestorType.PROXY
                && proxy.host().equalsIgnoreCase(getRequestingHost())
                && proxy.port() == getRequestingPort();
        if (mine) {
            return new PasswordAuthentication(login.user(), login.password().toCharArray());
        }
        return before.map(other -> other.requestPasswordAuthenticationInstance(
                        getRequestingHost(),
                        getRequestingSite(),
                        getRequestingPort(),
                        getRequestingProtocol(),
                        getRequestingPrompt(),
                        getRequestingScheme(),
                        getRequestingURL(),
                        getRequestorType()))
                .orElse(null);
    }
}
