package io.github.lambdabootstrap.template;

/**
 * A stretch of a template's text.
 *
 * @param file whose text
 * @param start the offset of the first character
 * @param end the offset behind the last character
 */
public record SourceRange(TemplateFile file, int start, int end) {

    public SourceRange {
        if (start < 0 || end < start || end > file.text().length()) {
            throw new IllegalArgumentException("no range in " + file + ": " + start + " to " + end);
        }
    }

    /** Whether the other one covers all of it. */
    boolean isWithin(SourceRange other) {
        return file == other.file && start >= other.start && end <= other.end;
    }

    /** The line, from 1, in which it starts. */
    public int line() {
        return file.line(start);
    }

    /** What stands there. */
    public String text() {
        return file.text().substring(start, end);
    }
}
