package io.github.lambdabootstrap.template;

import java.nio.file.Path;

/**
 * Something that a person should know, or must decide, at one place of a template.
 *
 * @param kind how much it asks for
 * @param file the template
 * @param line from 1
 * @param what the fact, one sentence without a final full stop
 * @param fix what to do, imperative
 */
public record Remark(Kind kind, Path file, int line, String what, String fix) {

    /** How much a remark asks for. */
    public enum Kind {
        /** Something was left as it is, because the choice is the user's. */
        DECLINED,
        /** What was changed is right, and there is more to know. */
        NOTE
    }

    public Remark {
        if (line < 1 || what.isBlank() || fix.isBlank()) {
            throw new IllegalArgumentException("a remark says where, what and how to go on");
        }
    }

    static Remark declined(SourceRange place, String what, String fix) {
        return declined(place.file().path(), place.line(), what, fix);
    }

    static Remark declined(Path file, int line, String what, String fix) {
        return new Remark(Kind.DECLINED, file, line, what, fix);
    }

    static Remark note(SourceRange place, String what, String fix) {
        return new Remark(Kind.NOTE, place.file().path(), place.line(), what, fix);
    }
}
