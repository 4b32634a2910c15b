package io.github.lambdabootstrap.template;

/**
 * One change of a template, for a report.
 *
 * @param line from 1
 * @param before what stood there; empty when something is added
 * @param after what stands there afterwards
 */
public record Change(int line, String before, String after) {

    static Change of(Edit edit) {
        return new Change(edit.range().line(), edit.range().text(), edit.text().strip());
    }
}
