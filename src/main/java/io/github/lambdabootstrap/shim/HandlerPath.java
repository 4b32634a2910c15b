package io.github.lambdabootstrap.shim;

import io.github.lambdabootstrap.shim.HandlerTarget.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/** The way from a handler to a path: the twin of {@code resolve} in bootstrap.c. */
final class HandlerPath {

    /** Where Lambda unpacks a function's archive. */
    static final String TASK_ROOT = "/var/task";

    /** PATH_MAX of Linux without the final NUL. */
    private static final int LIMIT = 4095;

    private HandlerPath() {}

    /** What our shim starts for a handler or the target of a route, or why it refuses. */
    static HandlerTarget resolve(String handler) {
        if (handler.isEmpty()) {
            return new HandlerTarget.Refused(Refusal.EMPTY);
        }
        if (handler.startsWith("/")) {
            return new HandlerTarget.Refused(Refusal.ABSOLUTE);
        }
        if (TASK_ROOT.length() + 1 + handler.getBytes(StandardCharsets.UTF_8).length > LIMIT) {
            return new HandlerTarget.Refused(Refusal.TOO_LONG);
        }
        Deque<String> segments = new ArrayDeque<>();
        for (String segment : handler.split("/", -1)) {
            if (segment.equals("..")) {
                if (segments.pollLast() == null) {
                    return new HandlerTarget.Refused(Refusal.OUTSIDE);
                }
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                segments.addLast(segment);
            }
        }
        return new HandlerTarget.File(String.join("/", segments));
    }
}
