package io.github.lambdabootstrap.template;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts nodes together as a reader meets them, without recursion, and keeps the bounds that all readers share: a text
 * must not be able to exhaust the stack, and a key that is there twice means different things to different tools.
 */
final class TreeBuilder {

    /** CloudFormation itself takes far less. */
    static final int MAX_DEPTH = 200;

    private final TemplateFile file;
    private final List<Node> roots = new ArrayList<>();
    private final Deque<Frame> open = new ArrayDeque<>();

    TreeBuilder(TemplateFile file) {
        this.file = file;
    }

    /** What is known of a mapping or sequence when it begins. */
    record Opening(boolean mapping, boolean flow, String tag, int start) {}

    void begin(Opening opening) throws TemplateSyntaxException {
        if (open.size() >= MAX_DEPTH) {
            throw new TemplateSyntaxException("it is nested deeper than " + MAX_DEPTH, file.line(opening.start()));
        }
        open.push(new Frame(opening));
    }

    /** Ends what began last, and gives it to what is around it. */
    Node end(int end) throws TemplateSyntaxException {
        Frame frame = open.pop();
        Opening opening = frame.opening;
        SourceRange range = new SourceRange(file, opening.start(), Math.max(opening.start(), end));
        Node node = opening.mapping()
                ? new Mapping(frame.slots, opening.tag(), opening.flow(), range)
                : new Sequence(frame.slots, opening.tag(), range);
        add(node, false);
        return node;
    }

    /** A finished node: a key, a value, an item or a root. */
    void add(Node node, boolean alias) throws TemplateSyntaxException {
        if (open.isEmpty()) {
            roots.add(node);
        } else {
            open.peek().add(node, alias);
        }
    }

    /** Whether the next node is a key. */
    boolean expectsKey() {
        return !open.isEmpty()
                && open.peek().opening.mapping()
                && open.peek().key.isEmpty();
    }

    /** Whether the open mapping has this key already. */
    boolean hasKey(String key) {
        return !open.isEmpty() && open.peek().keys.containsKey(key);
    }

    List<Node> roots() {
        return List.copyOf(roots);
    }

    private static final class Frame {
        private final Opening opening;
        private final List<Slot> slots = new ArrayList<>();
        private final Map<String, Node> keys = new HashMap<>();
        private Optional<Node> key = Optional.empty();

        Frame(Opening opening) {
            this.opening = opening;
        }

        void add(Node node, boolean alias) throws TemplateSyntaxException {
            if (!opening.mapping()) {
                slots.add(Slot.item(node, alias));
            } else if (key.isEmpty()) {
                requireNew(node);
                key = Optional.of(node);
            } else {
                slots.add(Slot.entry(key.get(), node, alias));
                key = Optional.empty();
            }
        }

        private void requireNew(Node node) throws TemplateSyntaxException {
            if (!(node instanceof Scalar scalar)) {
                return;
            }
            Node before = keys.put(scalar.value(), node);
            if (before != null) {
                throw new TemplateSyntaxException(
                        "the key '" + scalar.value() + "' is already there in line "
                                + before.range().line() + ", and which of the two counts depends on the tool",
                        node.range().line());
            }
        }
    }
}
