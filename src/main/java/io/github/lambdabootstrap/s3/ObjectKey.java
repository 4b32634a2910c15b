package io.github.lambdabootstrap.s3;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of an object in a bucket.
 *
 * @param value at most 1,024 bytes of UTF-8, of characters that every tool passes on unchanged
 * @param namedByContent whether the name holds the digest of the content, so that no other content may ever have it
 */
public record ObjectKey(String value, boolean namedByContent) {

    /** What S3 allows: "Naming Amazon S3 objects" in its user guide. */
    private static final int MOST_BYTES = 1024;

    // its "safe characters", and those of versions (+), partitions (=) and addresses (@ : ,) that need no escape in a
    // template, a shell or a Terraform string; the others turn up changed in URLs and event notifications
    private static final Pattern CHARACTERS = Pattern.compile("[A-Za-z0-9!_.*'()/=+@:,-]*");
    private static final Pattern SEGMENT_OF_DOTS = Pattern.compile("(.*/)?\\.\\.?(/.*)?");

    /** Refuses what {@link #fault} finds, with an {@link IllegalArgumentException}. */
    public ObjectKey {
        fault(value).ifPresent(fault -> {
            throw new IllegalArgumentException(fault);
        });
    }

    /** Why a text is no key; empty when it is one. */
    public static Optional<String> fault(String value) {
        if (value.isEmpty()) {
            return Optional.of("it is empty");
        }
        int bytes = value.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MOST_BYTES) {
            return Optional.of("it has " + bytes + " bytes, S3 takes " + MOST_BYTES);
        }
        if (!CHARACTERS.matcher(value).matches()) {
            return Optional.of("it has other characters than letters, digits and ! _ . * ' ( ) / = + @ : , -");
        }
        if (value.startsWith("/") || value.endsWith("/") || value.contains("//")) {
            return Optional.of("it has an empty part between slashes");
        }
        // HTTP clients and proxies resolve them away
        return SEGMENT_OF_DOTS.matcher(value).matches()
                ? Optional.of("it has a part '.' or '..', which is resolved away on its path")
                : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
