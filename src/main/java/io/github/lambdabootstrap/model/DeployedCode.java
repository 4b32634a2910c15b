package io.github.lambdabootstrap.model;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * An archive that functions of a template can run.
 *
 * @param name of its function or bundle, with the architecture behind it where there are several
 * @param architecture what it is for; empty when either is fine
 * @param archive absolute
 * @param location where it is in S3; empty before it is uploaded
 */
public record DeployedCode(
        String name, Optional<Architecture> architecture, Path archive, Optional<Location> location) {

    /**
     * A place in S3.
     *
     * @param bucket its name
     * @param key of the object
     * @param version of the object; empty when the bucket keeps no versions
     */
    public record Location(String bucket, String key, Optional<String> version) {}

    public DeployedCode {
        if (!archive.isAbsolute()) {
            throw new IllegalArgumentException("not absolute: " + archive);
        }
    }

    /** What people call it: its name, with and without an architecture. */
    public Set<String> names() {
        String plain = name.replaceFirst("-(x86_64|arm64)$", "");
        return plain.equals(name) ? Set.of(name) : Set.of(name, plain);
    }
}
