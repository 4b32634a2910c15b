package io.github.lambdabootstrap.template;

/**
 * A value of a template, whatever its format. Which node it is counts, not what is in it: an alias is the same node
 * again, and two equal texts at two places are two nodes.
 */
sealed interface Node permits Mapping, Sequence, Scalar {

    /** What a node without an explicit tag has. */
    String NO_TAG = "";

    /** The YAML tag as it is written, {@code !Ref} for example, or {@link #NO_TAG}. */
    String tag();

    /** All of it, with anchor, tag and quotes. */
    SourceRange range();

    default boolean isTagged() {
        return !tag().equals(NO_TAG);
    }
}
