package io.github.lambdabootstrap.template;

import java.util.Optional;

/**
 * A text in a template.
 *
 * @param value the text that it means
 * @param tag see {@link Node#tag()}
 * @param style how it is written
 * @param range all of it
 * @param place where exactly the value stands, without quotes, anchor and tag; empty where the source spells it in
 *     another way, with an escape for example
 */
record Scalar(String value, String tag, Style style, SourceRange range, Optional<SourceRange> place) implements Node {

    /** How a scalar is written. */
    enum Style {
        PLAIN,
        QUOTED,
        /** YAML's {@code |} and {@code >}, and heredocs. */
        BLOCK,
        /** Terraform: to be computed, and so no text; the value is its source. */
        EXPRESSION
    }

    boolean isText() {
        return style != Style.EXPRESSION && !isTagged();
    }
}
