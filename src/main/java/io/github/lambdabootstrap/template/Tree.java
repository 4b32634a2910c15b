package io.github.lambdabootstrap.template;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Walks below a node that meet every slot once, however often aliases lead to it. */
final class Tree {

    private Tree() {}

    /** A set that compares by identity, as nodes and slots are compared. */
    static <T> Set<T> identitySet() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    /** One that has few members as a rule, and there are many of. */
    static <T> Set<T> smallIdentitySet() {
        return Collections.newSetFromMap(new IdentityHashMap<>(2));
    }

    /** Every slot below the node, in the order of the source. */
    static List<Slot> slots(Node root) {
        return slots(root, true);
    }

    /** Every slot that is written below the node, and not only referred to by an alias. */
    static List<Slot> written(Node root) {
        return slots(root, false);
    }

    /** Every slot that is written outside of the named sections of a document. */
    static Set<Slot> outside(Set<String> sections, Mapping root) {
        Set<Slot> found = identitySet();
        for (Slot section : root.slots()) {
            if (!sections.contains(section.name())) {
                found.add(section);
                found.addAll(written(section.value()));
            }
        }
        return found;
    }

    private static List<Slot> slots(Node root, boolean throughAliases) {
        List<Slot> found = new ArrayList<>();
        Set<Node> elsewhere = identitySet();
        Deque<Slot> open = new ArrayDeque<>();
        pushChildren(root, open);
        while (!open.isEmpty()) {
            Slot slot = open.pop();
            found.add(slot);
            // what is written within the root is met where it is written, and only what is elsewhere is remembered
            boolean first = slot.value().range().isWithin(root.range())
                    ? !slot.isAlias()
                    : (throughAliases || !slot.isAlias()) && elsewhere.add(slot.value());
            if (first) {
                pushChildren(slot.value(), open);
            }
        }
        return found;
    }

    private static void pushChildren(Node node, Deque<Slot> open) {
        List<Slot> children = children(node);
        for (int i = children.size() - 1; i >= 0; i--) {
            open.push(children.get(i));
        }
    }

    /** Every text below the node, the node itself included. */
    static List<Scalar> scalars(Node root) {
        List<Scalar> found = new ArrayList<>();
        if (root instanceof Scalar scalar) {
            found.add(scalar);
        }
        for (Slot slot : slots(root)) {
            if (slot.value() instanceof Scalar scalar) {
                found.add(scalar);
            }
        }
        return found;
    }

    private static List<Slot> children(Node node) {
        if (node instanceof Mapping mapping) {
            return mapping.slots();
        }
        return node instanceof Sequence sequence ? sequence.items() : List.of();
    }
}
