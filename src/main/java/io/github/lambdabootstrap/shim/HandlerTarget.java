package io.github.lambdabootstrap.shim;

/** Where a shim looks for the executable of a handler, as far as the text alone tells. */
public sealed interface HandlerTarget {

    /**
     * The shim starts what is there, if it can be started.
     *
     * @param path as the kernel gets it, relative to {@code /var/task}
     */
    record File(String path) implements HandlerTarget {}

    /** The shim refuses the handler without a look at the archive. */
    record Refused(Refusal refusal) implements HandlerTarget {}

    /** Why a handler names no file, in the words of the shim's own message. */
    enum Refusal {
        EMPTY("it is empty or not set", false),
        ABSOLUTE("it is an absolute path", false),
        OUTSIDE("it leads out of " + HandlerPath.TASK_ROOT, false),
        TOO_LONG("its path is longer than 4095 bytes", false),
        ABSENT("there is no such file in " + HandlerPath.TASK_ROOT, false),
        DIRECTORY("it is a directory", true),
        ITSELF("it is this bootstrap, which would start itself forever", true);

        private final String text;
        private final boolean found;

        Refusal(String text, boolean found) {
            this.text = text;
            this.found = found;
        }

        /** A clause that follows the handler and a colon. */
        public String text() {
            return text;
        }

        /** What a shell says of what is there and cannot be started (126), and of what is not there (127). */
        public int exitCode() {
            return found ? 126 : 127;
        }
    }
}
