package io.github.lambdabootstrap.template;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * Gathers, for each text, the slots that depend on it: those that refer to it, and where an alias leads to it those that
 * hold it. A text without an alias has one holder, which every value that is that text comes through.
 */
final class TextUsers {

    private final IdentityHashMap<Scalar, List<Slot>> users = new IdentityHashMap<>();

    /**
     * The holders of texts that have an alias.
     *
     * @param slots all that there are
     */
    TextUsers(List<Slot> slots) {
        for (Slot slot : slots) {
            if (slot.isAlias() && slot.value() instanceof Scalar scalar) {
                users.putIfAbsent(scalar, new ArrayList<>());
            }
        }
        if (users.isEmpty()) {
            return;
        }
        for (Slot slot : slots) {
            if (slot.value() instanceof Scalar scalar && users.containsKey(scalar)) {
                add(scalar, slot);
            }
        }
    }

    void add(Scalar scalar, Slot user) {
        users.computeIfAbsent(scalar, s -> new ArrayList<>()).add(user);
    }

    List<Slot> of(Scalar scalar) {
        return users.getOrDefault(scalar, List.of());
    }
}
