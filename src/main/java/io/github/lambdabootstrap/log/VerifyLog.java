package io.github.lambdabootstrap.log;

import java.time.Duration;

/** What the gate does, as events; its findings are a report. Safe to call from several threads. */
public interface VerifyLog {

    /** Long work goes on: so many of all archives are judged. */
    void progress(int done, int total);

    /** How long to wait before and between two events of progress. */
    Duration pace();

    /** No progress is left to tell. */
    void progressOver();

    /** A piece of the configuration had no effect: {@code what} says which and why. */
    void unused(String what);

    /** The module has no archives, which is fine where it has no functions. */
    void nothingToVerify();
}
