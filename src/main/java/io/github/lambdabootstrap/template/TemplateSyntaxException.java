package io.github.lambdabootstrap.template;

/** A text that is not of the format that it should be, or beyond the bounds that a reader keeps. */
final class TemplateSyntaxException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int line;

    /** @param line from 1 */
    TemplateSyntaxException(String reason, int line) {
        this(reason, line, null);
    }

    /** @param cause what the parser threw; may be null */
    TemplateSyntaxException(String reason, int line, Throwable cause) {
        super(reason, cause);
        this.line = line;
    }

    int line() {
        return line;
    }
}
