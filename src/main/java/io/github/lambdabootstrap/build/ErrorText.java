package io.github.lambdabootstrap.build;

import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Remembers the first thing that {@code go} complained about in all that it printed. Safe for several threads. */
final class ErrorText implements Consumer<String> {

    // headings of packages, progress of downloads, and what is no failure
    private static final Pattern NO_ERROR =
            Pattern.compile("\\s*|#.*|go: (downloading|finding|extracting) .*|go: warning:.*");

    // a heading alone says nothing: the cause is on the next line
    private static final Pattern HEADING = Pattern.compile(".*:\\s*");

    private String first = "";
    private boolean open = true;

    @Override
    public synchronized void accept(String line) {
        if (open && !NO_ERROR.matcher(line).matches()) {
            first = first.isEmpty() ? line.strip() : first + " " + line.strip();
            open = HEADING.matcher(line).matches();
        }
    }

    /** One or two lines as one; empty when nothing was wrong. */
    synchronized String first() {
        return first;
    }
}
