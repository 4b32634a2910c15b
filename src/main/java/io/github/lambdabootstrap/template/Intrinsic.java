package io.github.lambdabootstrap.template;

import java.util.List;
import java.util.Optional;

/**
 * A CloudFormation function in either spelling: {@code !If [..]} or {@code {"Fn::If": [..]}}.
 *
 * @param name without {@code !} and {@code Fn::}
 * @param argument what it is given; in the short form that is the tagged node itself
 */
record Intrinsic(String name, Node argument) {

    private static final String LONG_FORM = "Fn::";
    private static final String REF = "Ref";

    /** What the node calls; empty where it is a value itself. */
    static Optional<Intrinsic> of(Node node) {
        if (node.isTagged()) {
            return Optional.of(new Intrinsic(node.tag().substring(1), node));
        }
        if (!(node instanceof Mapping mapping) || mapping.slots().size() != 1) {
            return Optional.empty();
        }
        Slot only = mapping.slots().get(0);
        String name = only.name();
        return name.equals(REF) || name.startsWith(LONG_FORM)
                ? Optional.of(new Intrinsic(name.replaceFirst(LONG_FORM, ""), only.value()))
                : Optional.empty();
    }

    boolean is(String wanted) {
        return name.equals(wanted);
    }

    /** The arguments where they are a list, else none. */
    List<Slot> arguments() {
        return argument instanceof Sequence sequence ? sequence.items() : List.of();
    }

    /** The argument with this number where it is a literal text. */
    Optional<String> literal(int index) {
        return arguments().size() > index
                ? Optional.of(arguments().get(index).value())
                        .filter(value -> value instanceof Scalar scalar && scalar.isText())
                        .map(value -> ((Scalar) value).value())
                : Optional.empty();
    }

    /** The argument where it is one text, which of a tagged scalar is its value. */
    Optional<String> text() {
        return argument instanceof Scalar scalar ? Optional.of(scalar.value()) : Optional.empty();
    }
}
