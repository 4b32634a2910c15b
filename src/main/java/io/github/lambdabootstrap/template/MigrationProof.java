package io.github.lambdabootstrap.template;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Proves that a rewritten template says what the original said, but for the planned changes: both trees are walked side
 * by side, and may differ at the planned places only.
 */
final class MigrationProof {

    private final IdentityHashMap<Scalar, String> texts = new IdentityHashMap<>();
    private final IdentityHashMap<Mapping, Edit.Insertion> insertions = new IdentityHashMap<>();
    private final IdentityHashMap<Node, Edit.Substitution> substitutions = new IdentityHashMap<>();
    private final Set<Scalar> found = Tree.identitySet();
    private final Deque<Pair> open = new ArrayDeque<>();

    /**
     * Two nodes at the same place.
     *
     * @param shared whether an alias leads to them, so that they can be met again
     */
    private record Pair(Node before, Node after, boolean shared) {}

    private MigrationProof(List<Edit> edits) {
        for (Edit edit : edits) {
            if (edit instanceof Edit.Replacement replacement) {
                if (!replacement.text().equals(replacement.scalar().value())) {
                    texts.put(replacement.scalar(), replacement.text());
                }
            } else if (edit instanceof Edit.Insertion insertion) {
                insertions.put(insertion.mapping(), insertion);
            } else if (edit instanceof Edit.Substitution substitution) {
                substitutions.put(substitution.node(), substitution);
            }
        }
    }

    /** Whether the documents differ by the edits and nothing else. */
    static boolean holds(List<Node> before, List<Node> after, List<Edit> edits) {
        return before.size() == after.size() && new MigrationProof(edits).holds(before, after);
    }

    private boolean holds(List<Node> before, List<Node> after) {
        IdentityHashMap<Node, Set<Node>> seen = new IdentityHashMap<>();
        for (int i = 0; i < before.size(); i++) {
            open.push(new Pair(before.get(i), after.get(i), false));
        }
        while (!open.isEmpty()) {
            Pair pair = open.pop();
            boolean first = !pair.shared()
                    || seen.computeIfAbsent(pair.before(), n -> Tree.identitySet())
                            .add(pair.after());
            if (first && !agree(pair)) {
                return false;
            }
        }
        return found.size() == texts.size();
    }

    private boolean agree(Pair pair) {
        // most of a template has no edit: to look nodes up for nothing would take longer than to compare them
        Edit.Substitution substitution = substitutions.isEmpty() ? null : substitutions.get(pair.before());
        if (substitution != null) {
            return substitution.isIn(pair.after());
        }
        if (!pair.before().tag().equals(pair.after().tag())) {
            return false;
        }
        if (pair.before() instanceof Scalar before && pair.after() instanceof Scalar after) {
            return before.style() == after.style()
                    && (before.value().equals(after.value()) || isPlanned(before, after));
        }
        if (pair.before() instanceof Sequence before && pair.after() instanceof Sequence after) {
            return agree(before.items(), after.items(), pair.shared());
        }
        return pair.before() instanceof Mapping before
                && pair.after() instanceof Mapping after
                && agree(before.slots(), withoutInserted(before, after), pair.shared());
    }

    private boolean agree(List<Slot> before, List<Slot> after, boolean shared) {
        if (before.size() != after.size()) {
            return false;
        }
        for (int i = 0; i < before.size(); i++) {
            Slot old = before.get(i);
            Slot now = after.get(i);
            boolean alike = old.isAlias() == now.isAlias()
                    && old.key().isPresent() == now.key().isPresent()
                    && (old.key().isEmpty() || agree(old.key().get(), now.key().orElseThrow(), shared))
                    && agree(old.value(), now.value(), shared || old.isAlias());
            if (!alike) {
                return false;
            }
        }
        return true;
    }

    /** Two texts at once; what has more below it, later. */
    private boolean agree(Node before, Node after, boolean shared) {
        Pair pair = new Pair(before, after, shared);
        if (before instanceof Scalar) {
            return agree(pair);
        }
        open.push(pair);
        return true;
    }

    /** Whether the text was to become the other one, but for the line end that a block's value has. */
    private boolean isPlanned(Scalar before, Scalar after) {
        String planned = texts.get(before);
        if (planned == null || !after.value().strip().equals(planned.strip())) {
            return false;
        }
        found.add(before);
        return true;
    }

    /** The slots of the result without the planned one, if it is there as planned; else all. */
    private List<Slot> withoutInserted(Mapping before, Mapping after) {
        Edit.Insertion planned = insertions.isEmpty() ? null : insertions.get(before);
        if (planned == null) {
            return after.slots();
        }
        int at = before.slots().indexOf(planned.before());
        List<Slot> slots = new ArrayList<>(after.slots());
        if (at >= 0 && at < slots.size() && isInserted(slots.get(at), planned)) {
            slots.remove(at);
        }
        return slots;
    }

    private static boolean isInserted(Slot slot, Edit.Insertion planned) {
        Slot found = slot;
        for (String key : planned.path().subList(1, planned.path().size())) {
            if (!(found.value() instanceof Mapping mapping) || mapping.slots().size() != 1) {
                return false;
            }
            found = mapping.slots().get(0);
            if (!found.name().equals(key)) {
                return false;
            }
        }
        return slot.name().equals(planned.path().get(0))
                && found.value() instanceof Scalar scalar
                && scalar.value().equals(planned.value());
    }
}
