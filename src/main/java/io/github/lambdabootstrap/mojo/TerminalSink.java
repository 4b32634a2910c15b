package io.github.lambdabootstrap.mojo;

import io.github.lambdabootstrap.log.LineSink;
import java.io.PrintWriter;
import java.time.Duration;

/**
 * Puts finished lines into Maven's log and progress into one line of the terminal, which is written over, and gone before
 * the next line of the log and in the end. Safe to use from several threads.
 */
final class TerminalSink implements LineSink {

    private static final Duration PACE = Duration.ofMillis(200);

    private final LineSink lines;
    private final PrintWriter terminal;
    private final int width;
    private int shown;
    private boolean used;
    private boolean closed;

    /** @param width of the terminal, in characters */
    TerminalSink(LineSink lines, PrintWriter terminal, int width) {
        this.lines = lines;
        this.terminal = terminal;
        this.width = width;
    }

    @Override
    public synchronized void progress(String line) {
        if (closed) {
            return;
        }
        if (!used) {
            used = true;
            Runtime.getRuntime().addShutdownHook(new Thread(this::close, "progress-line"));
        }
        String text = line.substring(0, Math.min(line.length(), width - 1));
        write(text + " ".repeat(Math.max(0, shown - text.length())));
        shown = text.length();
    }

    // the cursor stands at the beginning, so that a line of somebody else at least starts there
    private void write(String text) {
        terminal.print("\r" + text + "\r");
        terminal.flush();
    }

    @Override
    public synchronized void progressOver() {
        if (shown > 0) {
            write(" ".repeat(shown));
            shown = 0;
        }
    }

    /** Whoever interrupts the build gets a clean prompt. */
    synchronized void close() {
        closed = true;
        progressOver();
    }

    @Override
    public Duration pace() {
        return PACE;
    }

    @Override
    public synchronized void debug(String line) {
        progressOver();
        lines.debug(line);
    }

    @Override
    public synchronized void info(String line) {
        progressOver();
        lines.info(line);
    }

    @Override
    public synchronized void warn(String line) {
        progressOver();
        lines.warn(line);
    }

    @Override
    public synchronized void error(String line) {
        progressOver();
        lines.error(line);
    }
}
