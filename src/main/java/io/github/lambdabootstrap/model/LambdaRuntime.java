package io.github.lambdabootstrap.model;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * A runtime as Lambda knows it: what its system offers an executable, and how long AWS carries it.
 *
 * @param id Lambda's identifier, for example {@code provided.al2023}
 * @param target whether a function may be built for it; the ended runtimes can only be left
 * @param operatingSystem its name, for messages
 * @param glibc the newest glibc version an executable may need
 * @param architectures what it runs on
 * @param deprecated the day on which support ended or ends; empty when unknown
 * @param createBlocked the day from which no new function may use it; empty when unknown
 * @param updateBlocked the day from which no function that uses it may be updated; empty when unknown
 */
public record LambdaRuntime(
        String id,
        boolean target,
        String operatingSystem,
        DottedVersion glibc,
        Set<Architecture> architectures,
        Optional<LocalDate> deprecated,
        Optional<LocalDate> createBlocked,
        Optional<LocalDate> updateBlocked) {

    /** What every runtime starts: the file of this name at the archive's root. */
    public static final String ENTRYPOINT = "bootstrap";

    public LambdaRuntime {
        architectures = Set.copyOf(architectures);
    }

    /** Whether AWS has ended its support by the given day. */
    public boolean endedBy(LocalDate day) {
        return deprecated.filter(end -> !day.isBefore(end)).isPresent();
    }

    @Override
    public String toString() {
        return id;
    }
}
