package io.github.lambdabootstrap.problem;

import java.io.IOException;
import java.nio.file.Path;

/**
 * One thing that is wrong, with all that a user needs to put it right. Parts that quote text from outside pass it
 * through {@link SafeText} when the problem is made.
 *
 * @param kind whose turn it is
 * @param what the fault itself, one sentence without a final full stop
 * @param where XML path, property, file or archive entry; may be empty
 * @param why what would follow on Lambda or in the build; may be empty
 * @param fix what to do, imperative
 * @param docs anchor below {@code docs/}, for example {@code rules.md#bootstrap-present}; may be empty
 */
public record Problem(Kind kind, String what, String where, String why, String fix, String docs) {

    /** Whose turn it is to act. */
    public enum Kind {
        /** The configuration, the source or the archive is wrong. */
        INPUT,
        /** A tool, the disk or the network failed. */
        ENVIRONMENT
    }

    public Problem {
        if (what.isBlank() || fix.isBlank()) {
            throw new IllegalArgumentException("a problem says what is wrong and how to fix it");
        }
    }

    /** A fault in what the user gave. */
    public static Problem input(String what, String fix) {
        return new Problem(Kind.INPUT, what, "", "", fix, "");
    }

    /** A fault in what surrounds the build. */
    public static Problem environment(String what, String fix) {
        return new Problem(Kind.ENVIRONMENT, what, "", "", fix, "");
    }

    /** A file that the disk refused. */
    public static Problem unwritable(String what, Path file, IOException refusal) {
        return environment(what + " cannot be written", "make its folder writable, and see that the disk has room")
                .at(SafeText.of(file.toString()))
                .because(SafeText.of(String.valueOf(refusal.getMessage())));
    }

    public Problem at(String place) {
        return new Problem(kind, what, place, why, fix, docs);
    }

    public Problem because(String reason) {
        return new Problem(kind, what, where, reason, fix, docs);
    }

    public Problem docs(String anchor) {
        return new Problem(kind, what, where, why, fix, anchor);
    }
}
