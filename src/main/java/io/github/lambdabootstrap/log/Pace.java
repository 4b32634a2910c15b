package io.github.lambdabootstrap.log;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Says now and then that it is time to tell how far long work is; short work stays silent. Not safe for threads. */
public final class Pace {

    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final InstantSource clock;
    private Instant last;

    /** Begins with a pause. */
    public Pace(InstantSource clock) {
        this.clock = clock;
        this.last = clock.instant();
    }

    /** Whether the pause is over; then the next one begins. */
    public boolean isTime() {
        Instant now = clock.instant();
        boolean over = !now.isBefore(last.plus(PAUSE));
        if (over) {
            last = now;
        }
        return over;
    }
}
