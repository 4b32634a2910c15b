package io.github.lambdabootstrap.model;

/**
 * A text in a template.
 *
 * @param value as a deployment would take it
 * @param line from 1, in the file of the function that it is for
 */
public record TemplateText(String value, int line) {

    public TemplateText {
        if (line < 1) {
            throw new IllegalArgumentException("lines count from 1, not " + line);
        }
    }
}
