package io.github.lambdabootstrap.log;

import java.util.ArrayList;
import java.util.List;

/** Keeps the lines of a log for a test, each with its level. */
public final class RecordedLines implements LineSink {

    private final List<String> lines = new ArrayList<>();

    @Override
    public synchronized void debug(String line) {
        lines.add("DEBUG " + line);
    }

    @Override
    public synchronized void info(String line) {
        lines.add("INFO " + line);
    }

    @Override
    public synchronized void warn(String line) {
        lines.add("WARN " + line);
    }

    @Override
    public synchronized void error(String line) {
        lines.add("ERROR " + line);
    }

    /** All lines so far, oldest first. */
    public synchronized List<String> all() {
        return List.copyOf(lines);
    }
}
