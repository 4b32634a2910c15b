package io.github.lambdabootstrap.s3;

import java.util.List;

/**
 * Keeps the SDK's debug lines out of a build's log: under {@code mvn -X} its signer would print each request as it is
 * signed, session token included.
 */
final class QuietSdk {

    private static final String LOGGERS = "software.amazon.awssdk";

    /** Of the properties from which Maven's logger takes the level of a name, when the name is first used. */
    private static final List<String> PREFIXES = List.of("org.slf4j.simpleLogger.log.", "maven.logger.log.");

    private QuietSdk() {}

    /** Has an effect only before the first class of the SDK is used; whoever has set a level keeps it. */
    static void begin() {
        PREFIXES.forEach(prefix -> System.getProperties().putIfAbsent(prefix + LOGGERS, "info"));
    }
}
