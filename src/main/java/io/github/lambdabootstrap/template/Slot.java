package io.github.lambdabootstrap.template;

import java.util.Optional;

/**
 * One place of a mapping or a sequence at which a value stands. Two slots hold the same node when one of them is an
 * alias. A class and not a record, because it is compared by identity.
 */
final class Slot {

    private final Optional<Node> key;
    private final Node value;
    private final boolean alias;

    /** The value under a key, or without one that of an item. */
    Slot(Optional<Node> key, Node value, boolean alias) {
        this.key = key;
        this.value = value;
        this.alias = alias;
    }

    /** The key, in a mapping. */
    Optional<Node> key() {
        return key;
    }

    /** The key's text; empty in a sequence, and for a key that is no text. */
    String name() {
        return key.isPresent() && key.get() instanceof Scalar scalar ? scalar.value() : "";
    }

    Node value() {
        return value;
    }

    /** Whether the value is written elsewhere and only referred to here. */
    boolean isAlias() {
        return alias;
    }

    /** Where it is; for an alias that is the key's place, as the value is elsewhere. */
    SourceRange place() {
        return key.orElse(value).range();
    }
}
