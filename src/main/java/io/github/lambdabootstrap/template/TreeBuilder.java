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
        return !open.isEmpty() && open.peek().find(key).isPresent();
    }

    List<Node> roots() {
        return List.copyOf(roots);
    }

    private static final class Frame {
        /** Most mappings have few keys, which are compared sooner than an index of them is made. */
        private static final int FEW = 8;

        private final Opening opening;
        private final List<Slot> slots = new ArrayList<>();
        /** Of more than a few: the texts of the keys. */
        private final Map<String, Node> index = new HashMap<>(0);

        private int indexed;
        private Optional<Node> key = Optional.empty();

        Frame(Opening opening) {
            this.opening = opening;
        }

        void add(Node node, boolean alias) throws TemplateSyntaxException {
            if (opening.mapping() && key.isEmpty()) {
                requireNew(node);
                key = Optional.of(node);
            } else {
                slots.add(new Slot(key, node, alias));
                key = Optional.empty();
            }
        }

        private void requireNew(Node node) throws TemplateSyntaxException {
            Optional<Node> before = node instanceof Scalar scalar ? find(scalar.value()) : Optional.empty();
            if (before.isPresent()) {
                throw new TemplateSyntaxException(
                        "the key '" + ((Scalar) node).value() + "' is already there in line "
                                + before.get().range().line() + ", and which of the two counts depends on the tool",
                        node.range().line());
            }
        }

        /** The key with this text. */
        Optional<Node> find(String text) {
            if (slots.size() > FEW) {
                for (; indexed < slots.size(); indexed++) {
                    Optional<Node> known = slots.get(indexed).key();
                    if (known.isPresent() && known.get() instanceof Scalar scalar) {
                        index.put(scalar.value(), scalar);
                    }
                }
                return Optional.ofNullable(index.get(text));
            }
            for (Slot slot : slots) {
                if (slot.name().equals(text) && slot.key().orElseThrow() instanceof Scalar) {
                    return slot.key();
                }
            }
            return Optional.empty();
        }
    }
}
