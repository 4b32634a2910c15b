package io.github.lambdabootstrap.report;

import io.github.lambdabootstrap.gate.Verdict;
import io.github.lambdabootstrap.model.LambdaRuntime;
import io.github.lambdabootstrap.model.Sha256;
import java.util.List;
import java.util.Optional;

/**
 * An archive that is in S3, byte for byte as it was verified.
 *
 * @param verdict what is known of the archive
 * @param location where it is
 * @param uploaded whether this run sent it; else it was there already
 */
public record Deployment(Verdict verdict, Location location, boolean uploaded) {

    /**
     * A place from which Lambda can load code.
     *
     * @param bucket its name
     * @param key of the object
     * @param versionId of the object; empty when the bucket keeps no versions
     * @param region of the bucket, which is that of the function
     */
    public record Location(String bucket, String key, Optional<String> versionId, String region) {}

    String name() {
        return verdict.request().name();
    }

    String runtime() {
        return verdict.request().expectation().runtime().id();
    }

    /** What the configuration says; where it accepts either, what the executable is. */
    Optional<String> architecture() {
        return Machine.of(verdict);
    }

    /** All that it answers to; an archive that looks at no handler takes every one, and has the usual one here. */
    List<String> handlers() {
        List<String> told = verdict.request().expectation().handlers();
        return told.isEmpty() ? List.of(LambdaRuntime.ENTRYPOINT) : told;
    }

    /** The handler of an archive that has one. */
    Optional<String> handler() {
        return Optional.of(handlers()).filter(all -> all.size() == 1).map(all -> all.get(0));
    }

    Sha256 sha256() {
        return verdict.sha256().orElseThrow();
    }

    String status() {
        return uploaded ? "uploaded" : "unchanged";
    }
}
