package io.github.lambdabootstrap.s3;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the SDK says of credentials that it did not find, without the pages in which it lists where it has looked and
 * what stands in the configuration files.
 */
final class ChainMessage {

    /** In the order of the SDK's list. */
    private static final List<String> SOURCES = List.of(
            "WebIdentityTokenFileCredentialsProvider(",
            "ProfileCredentialsProvider(",
            "ContainerCredentialsProvider(",
            "InstanceProfileCredentialsProvider(");

    /** Of a source that nobody has set up. */
    private static final List<String> UNUSED = List.of(
            "Either the environment variable AWS_WEB_IDENTITY_TOKEN_FILE",
            "contained no credentials for profile 'default'",
            "Cannot fetch credentials from container - neither",
            "Failed to load credentials from IMDS",
            "IMDS credentials have been disabled");

    private ChainMessage() {}

    /** The reasons that a user can do something about, or that there are none. */
    static String reasons(String text) {
        if (!text.contains("in the chain AwsCredentialsProviderChain(")) {
            return brief(text);
        }
        List<Integer> starts = new ArrayList<>();
        SOURCES.forEach(source -> starts.add(text.lastIndexOf(", " + source)));
        starts.add(text.length());
        List<String> told = new ArrayList<>();
        for (int i = 0; i < SOURCES.size(); i++) {
            part(text, starts.get(i), starts.get(i + 1))
                    .map(ChainMessage::brief)
                    .forEach(told::add);
        }
        return told.isEmpty()
                ? "neither the environment, nor a profile, nor a role of this machine gives any"
                : String.join("; ", told);
    }

    private static Stream<String> part(String text, int start, int end) {
        int reason = start < 0 ? -1 : text.indexOf("): ", start);
        if (reason < 0 || end <= reason) {
            return Stream.empty();
        }
        return Stream.of(text.substring(reason + "): ".length(), end))
                .filter(said -> UNUSED.stream().noneMatch(said::contains));
    }

    private static String brief(String reason) {
        int file = reason.indexOf(": ProfileFile(");
        return file < 0 ? reason : reason.substring(0, file);
    }
}
