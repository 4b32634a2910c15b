package io.github.lambdabootstrap.log;

/** Where finished lines go: Maven's log, or a list in a test. */
public interface LineSink {

    void debug(String line);

    void info(String line);

    void warn(String line);

    void error(String line);
}
