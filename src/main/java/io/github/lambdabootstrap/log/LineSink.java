package io.github.lambdabootstrap.log;

import java.time.Duration;

/** Where finished lines go: Maven's log, or a list in a test. */
public interface LineSink {

    void debug(String line);

    void info(String line);

    void warn(String line);

    void error(String line);

    /** How far long work is: a line as any other, unless the sink has a place for it that is written over. */
    default void progress(String line) {
        info(line);
    }

    /** There is no more progress to tell. */
    default void progressOver() {}

    /** How long to wait before and between two lines of progress. */
    default Duration pace() {
        return Pace.OF_A_LOG;
    }
}
