package io.github.lambdabootstrap.s3;

/**
 * Lets Java keep as many connections as there are requests at a time. It keeps five, and each of the others would cost
 * a round trip, and under TLS two or three, before each request.
 */
final class KeptConnections {

    private static final String PROPERTY = "http.maxConnections";

    /** More than any build asks at a time. */
    private static final String MOST = "64";

    private KeptConnections() {}

    /** Has an effect only before Java's first request by HTTP; whoever has set a number keeps it. */
    static void begin() {
        System.getProperties().putIfAbsent(PROPERTY, MOST);
    }
}
