package io.github.lambdabootstrap.model;

import java.time.LocalDate;
import java.util.Optional;

/**
 * How long AWS carries a runtime. AWS moves these days, and some Regions have others.
 *
 * @param deprecated the day on which support ended or ends; empty when unknown
 * @param createBlocked the day from which no new function may use it; empty when unknown
 * @param updateBlocked the day from which no function that uses it may be updated; empty when unknown
 * @param source where the days are from
 * @param sourceDate the day of which the source speaks
 */
public record Lifecycle(
        Optional<LocalDate> deprecated,
        Optional<LocalDate> createBlocked,
        Optional<LocalDate> updateBlocked,
        String source,
        LocalDate sourceDate) {

    /** Whether AWS has ended its support by the given day. */
    public boolean endedBy(LocalDate day) {
        return isPast(deprecated, day);
    }

    /** Whether no new function may use it on the given day. */
    public boolean createBlockedOn(LocalDate day) {
        return isPast(createBlocked, day);
    }

    /** Whether no function that uses it may be updated on the given day. */
    public boolean updateBlockedOn(LocalDate day) {
        return isPast(updateBlocked, day);
    }

    private static boolean isPast(Optional<LocalDate> from, LocalDate day) {
        return from.filter(first -> !day.isBefore(first)).isPresent();
    }
}
