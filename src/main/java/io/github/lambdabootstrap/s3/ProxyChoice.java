package io.github.lambdabootstrap.s3;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.http.urlconnection.ProxyConfiguration;

/**
 * Which proxy leads to the service: that of Java's properties, else that of Maven's settings, else that of the
 * environment, each as it is said for the endpoint's scheme.
 */
final class ProxyChoice {

    /** Java's own rule, which the environment's variables do not know. */
    private static final Pattern THIS_MACHINE = Pattern.compile("localhost|127\\..*|\\[::1]");

    private ProxyChoice() {}

    static ProxyConfiguration to(URI service, HttpProxies settings) {
        ProxyConfiguration.Builder choice = ProxyConfiguration.builder().scheme(service.getScheme());
        if (System.getProperty(service.getScheme() + ".proxyHost") == null) {
            Optional<HttpProxy> set = settings.to(service);
            if (set.isPresent()) {
                use(choice, set.get());
            } else if (THIS_MACHINE.matcher(service.getHost()).matches()) {
                only(choice);
            }
        }
        ProxyConfiguration proxy = choice.build();
        if (proxy.username() != null && proxy.password() != null) {
            HttpProxy.Login login = new HttpProxy.Login(proxy.username(), proxy.password());
            ProxyLogin.give(new HttpProxy(proxy.host(), proxy.port(), Optional.of(login)), login);
        }
        return proxy;
    }

    private static void use(ProxyConfiguration.Builder choice, HttpProxy proxy) {
        only(choice);
        choice.endpoint(URI.create("http://" + proxy.host() + ":" + proxy.port()));
        proxy.login().ifPresent(login -> choice.username(login.user()).password(login.password()));
    }

    private static void only(ProxyConfiguration.Builder choice) {
        choice.useSystemPropertyValues(false).useEnvironmentVariablesValues(false);
    }
}
