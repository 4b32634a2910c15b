package io.github.lambdabootstrap.truth;

import java.util.Locale;

/** How an archive does on Lambda, in the words of {@code judge.py}. */
enum Outcome {
    REFUSED(true),
    NOT_FOUND(true),
    EXEC_FAILED(true),
    LOADER(true),
    SIGNAL(true),
    /** Of a program this may be the fault of its settings; of a script it may be its interpreter's complaint. */
    EXIT(false),
    SILENT(false),
    ASKED(false);

    private final boolean provesFault;

    Outcome(boolean provesFault) {
        this.provesFault = provesFault;
    }

    /** Whether the archive itself is to blame, whatever the application in it would have done. */
    boolean provesFault() {
        return provesFault;
    }

    static Outcome of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
