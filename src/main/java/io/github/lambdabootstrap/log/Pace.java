package io.github.lambdabootstrap.log;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Says now and then that it is time to tell how far long work is; short work stays silent. Not safe for threads. */
public final class Pace {

    /** Of lines that stay. */
    public static final Duration OF_A_LOG = Duration.ofSeconds(5);

    private final InstantSource clock;
    private final Duration pause;
    private Instant last;

    /** Begins with a pause. */
    public Pace(InstantSource clock, Duration pause) {
        this.clock = clock;
        this.pause = pause;
        this.last = clock.instant();
    }

    /** Whether the pause is over; then the next one begins. */
    public boolean isTime() {
        Instant now = clock.instant();
        boolean over = !now.isBefore(last.plus(pause));
        if (over) {
            last = now;
        }
        return over;
    }
}
