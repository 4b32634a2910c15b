package io.github.lambdabootstrap.s3;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** What keeps the archives that have not begun from being tried, once something does. Safe to use from several threads. */
final class FailureOfRun {

    /** An archive that fails sooner costs the others no time, and may be the only one that fails. */
    private static final Duration LONG = Duration.ofSeconds(20);

    private final AtomicReference<UploadFailure> first = new AtomicReference<>();
    private final AtomicInteger stored = new AtomicInteger();

    /** An archive's try, from its beginning. */
    final class Try {

        private final int before = stored.get();
        private final TimeLimit limit;

        private Try(Duration all) {
            limit = new TimeLimit(all);
        }

        TimeLimit limit() {
            return limit;
        }

        void succeeded() {
            stored.incrementAndGet();
        }

        /** When none of the archives was stored in a long time that this one got no answer, the service is gone. */
        void failed(UploadFailure failure) {
            boolean gone =
                    failure.reach() == UploadFailure.Reach.UNANSWERED && limit.hasSpent(LONG) && stored.get() == before;
            if (gone || failure.reach() == UploadFailure.Reach.RUN) {
                first.compareAndSet(null, failure);
            }
        }
    }

    Try begin(Duration all) {
        return new Try(all);
    }

    /** No archive can be tried. */
    void set(UploadFailure failure) {
        first.set(failure);
    }

    Optional<UploadFailure> get() {
        return Optional.ofNullable(first.get());
    }
}
