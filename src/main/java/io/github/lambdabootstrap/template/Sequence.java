package io.github.lambdabootstrap.template;

import java.util.List;

/**
 * A list in a template.
 *
 * @param items in order
 * @param tag see {@link Node#tag()}
 * @param range all of it
 */
record Sequence(List<Slot> items, String tag, SourceRange range) implements Node {

    Sequence {
        items = List.copyOf(items);
    }
}
