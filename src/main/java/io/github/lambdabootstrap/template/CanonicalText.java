package io.github.lambdabootstrap.template;

/** A node as one text that is equal for equal values, however they are written. */
final class CanonicalText {

    /** A code location has few parts; what is longer is not one. */
    private static final int LIMIT = 2000;

    private CanonicalText() {}

    static String of(Node node) {
        StringBuilder text = new StringBuilder();
        append(node, text);
        return text.toString();
    }

    private static void append(Node node, StringBuilder text) {
        if (text.length() > LIMIT) {
            return;
        }
        text.append(node.isTagged() ? node.tag() + " " : "");
        if (node instanceof Scalar scalar) {
            text.append(scalar.value());
        } else if (node instanceof Sequence sequence) {
            text.append('[');
            sequence.items().forEach(item -> append(item.value(), text.append(' ')));
            text.append(" ]");
        } else if (node instanceof Mapping mapping) {
            text.append('{');
            mapping.all()
                    .forEach(slot -> append(
                            slot.value(), text.append(' ').append(slot.name()).append(": ")));
            text.append(" }");
        }
    }
}
