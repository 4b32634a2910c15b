package io.github.lambdabootstrap.rules;

import io.github.lambdabootstrap.model.LambdaRuntime;

/** What the service and its init process print, so that people who search for a text find the rule. */
final class LambdaSays {

    /** At create and update, for bytes that are no zip. */
    static final String COULD_NOT_UNZIP =
            "Could not unzip uploaded file. Please check your file, then try to upload again.";

    /** At each invocation, for a zip that is accepted at upload and turns out damaged. */
    static final String NOT_ABLE_TO_UNZIP = "Lambda was not able to unzip the file";

    /** At create and update, for a zip without files. */
    static final String NON_EMPTY_ZIP = "Uploaded file must be a non-empty zip";

    /** At start, when no candidate is a file. */
    static final String NO_BOOTSTRAP = "Couldn't find valid bootstrap(s): [/var/task/bootstrap /opt/bootstrap]";

    static final String PERMISSION_DENIED = forkExec("permission denied");

    static final String EXEC_FORMAT_ERROR = forkExec("exec format error");

    static final String IO_ERROR = forkExec("input/output error");

    static final String NO_SUCH_FILE = forkExec("no such file or directory");

    static final String TOO_MANY_LEVELS = forkExec("too many levels of symbolic links");

    static final String CORRUPTED_LIBRARY = forkExec("accessing a corrupted shared library");

    private LambdaSays() {}

    private static String forkExec(String errno) {
        return "fork/exec /var/task/" + LambdaRuntime.ENTRYPOINT + ": " + errno;
    }

    /** The text of a process that began and left. */
    static String exitStatus(int status) {
        return "Runtime exited with error: exit status " + status;
    }

    /** The text of a process that a signal ended. */
    static String signal(String name) {
        return "Runtime exited with error: signal: " + name;
    }
}
