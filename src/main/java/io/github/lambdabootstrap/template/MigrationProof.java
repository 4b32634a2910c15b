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
    private final Deque<Pair> open = new ArrayDeque<>();

    private record Pair(Node before, Node after) {}

    private MigrationProof(List<Edit> edits) {
        for (Edit edit : edits) {
            if (edit instanceof Edit.Replacement replacement) {
                texts.put(replacement.scalar(), replacement.text());
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
        // an alias leads to the same pair again; two texts are compared as fast as they are remembered
        IdentityHashMap<Node, Set<Node>> seen = new IdentityHashMap<>();
        for (int i = 0; i < before.size(); i++) {
            open.push(new Pair(before.get(i), after.get(i)));
        }
        while (!open.isEmpty()) {
            Pair pair = open.pop();
            boolean first = pair.before() instanceof Scalar
                    || seen.computeIfAbsent(pair.before(), n -> Tree.identitySet())
                            .add(pair.after());
            if (first && !agree(pair)) {
                return false;
            }
        }
        return true;
    }

    private boolean agree(Pair pair) {
        Edit.Substitution substitution = substitutions.get(pair.before());
        if (substitution != null) {
            return substitution.isIn(pair.after());
        }
        if (!pair.before().tag().equals(pair.after().tag())) {
            return false;
        }
        if (pair.before() instanceof Scalar before && pair.after() instanceof Scalar after) {
            String expected = texts.getOrDefault(before, before.value());
            // a block's value ends with the line end that it had
            return before.style() == after.style()
                    && after.value().strip().equals(expected.strip())
                    && (texts.containsKey(before) || after.value().equals(expected));
        }
        if (pair.before() instanceof Sequence before && pair.after() instanceof Sequence after) {
            return agree(before.items(), after.items());
        }
        return pair.before() instanceof Mapping before
                && pair.after() instanceof Mapping after
                && agree(before.slots(), withoutInserted(before, after));
    }

    private boolean agree(List<Slot> before, List<Slot> after) {
        if (before.size() != after.size()) {
            return false;
        }
        for (int i = 0; i < before.size(); i++) {
            Slot old = before.get(i);
            Slot now = after.get(i);
            if (old.isAlias() != now.isAlias()
                    || old.key().isPresent() != now.key().isPresent()) {
                return false;
            }
            old.key().ifPresent(key -> open.push(new Pair(key, now.key().orElseThrow())));
            open.push(new Pair(old.value(), now.value()));
        }
        return true;
    }

    /** The slots of the result without the planned one, if it is there as planned; else all. */
    private List<Slot> withoutInserted(Mapping before, Mapping after) {
        Edit.Insertion planned = insertions.get(before);
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
