package io.github.lambdabootstrap.shim;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How the shim is written; both forms behave the same. */
public enum ShimForm {
    /** A static ELF executable without libc, one per architecture. */
    NATIVE("native"),
    /** A shell script for {@code /bin/sh}, for those who want to read it in the console. */
    SH("sh");

    private final String id;

    ShimForm(String id) {
        this.id = id;
    }

    /** The name in the configuration. */
    public String id() {
        return id;
    }

    public static Optional<ShimForm> parse(String text) {
        return Arrays.stream(values()).filter(form -> form.id.equals(text)).findFirst();
    }

    /** All ids, for messages that list the choices. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(ShimForm::id).toList();
    }

    @Override
    public String toString() {
        return id;
    }
}
