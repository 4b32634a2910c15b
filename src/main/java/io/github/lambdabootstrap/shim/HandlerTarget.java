package io.github.lambdabootstrap.shim;

import io.github.lambdabootstrap.archive.EntryPath;

/** Where a shim looks for the executable of a handler, as far as the text alone tells. */
public sealed interface HandlerTarget {

    /** The shim starts this entry, if it is there and can be started. */
    record Entry(EntryPath path) implements HandlerTarget {}

    /** The shim refuses the handler without a look at the archive. */
    record Refused(Refusal refusal) implements HandlerTarget {}

    /** Why a handler names no entry, in the words of the shim's own message. */
    enum Refusal {
        EMPTY("it is empty or not set"),
        ABSOLUTE("it is an absolute path"),
        OUTSIDE("it leads out of " + HandlerPath.TASK_ROOT),
        TOO_LONG("its path is longer than 4095 bytes"),
        DIRECTORY("it is a directory"),
        ITSELF("it is this bootstrap, which would start itself forever");

        private final String text;

        Refusal(String text) {
            this.text = text;
        }

        /** A clause that follows the handler and a colon. */
        public String text() {
            return text;
        }
    }
}
