package io.github.lambdabootstrap.model;

import java.util.Set;

/**
 * A runtime as Lambda knows it: what its system offers an executable, and how long AWS carries it.
 *
 * @param id Lambda's identifier, for example {@code provided.al2023}
 * @param target whether a function may be built for it; the ended runtimes can only be left
 * @param operatingSystem its name, for messages
 * @param glibc the newest glibc version an executable may need
 * @param architectures what it runs on
 * @param lifecycle how long AWS carries it
 */
public record LambdaRuntime(
        String id,
        boolean target,
        String operatingSystem,
        DottedVersion glibc,
        Set<Architecture> architectures,
        Lifecycle lifecycle) {

    /** What every runtime starts: the file of this name at the archive's root. */
    public static final String ENTRYPOINT = "bootstrap";

    public LambdaRuntime {
        architectures = Set.copyOf(architectures);
    }

    /** The same with other dates. */
    public LambdaRuntime with(Lifecycle other) {
        return new LambdaRuntime(id, target, operatingSystem, glibc, architectures, other);
    }

    @Override
    public String toString() {
        return id;
    }
}
