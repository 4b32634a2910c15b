package io.github.lambdabootstrap.s3;

import java.net.URI;
import java.util.Optional;

/** What Maven's settings say of the way to a server. */
@FunctionalInterface
public interface HttpProxies {

    /** The settings say nothing. */
    HttpProxies NONE = server -> Optional.empty();

    /** The proxy on the way to a server; empty when the settings know none. */
    Optional<HttpProxy> to(URI server);
}
