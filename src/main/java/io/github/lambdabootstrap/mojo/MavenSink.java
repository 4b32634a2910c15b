package io.github.lambdabootstrap.mojo;

import io.github.lambdabootstrap.log.LineSink;
import org.apache.maven.plugin.logging.Log;

/** Puts finished lines into Maven's log. */
record MavenSink(Log log) implements LineSink {

    @Override
    public void debug(String line) {
        log.debug(line);
    }

    @Override
    public void info(String line) {
        log.info(line);
    }

    @Override
    public void warn(String line) {
        log.warn(line);
    }

    @Override
    public void error(String line) {
        log.error(line);
    }
}
