package io.github.lambdabootstrap.template;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/** Gathers, for each text, the slots that depend on it: those that hold it, and those that refer to it. */
final class TextUsers {

    private final IdentityHashMap<Scalar, List<Slot>> users = new IdentityHashMap<>();

    /** The holders of every text below the root. */
    TextUsers(Mapping root) {
        this(List.of(root));
    }

    /** The holders of every text below one of the roots. */
    TextUsers(List<Mapping> roots) {
        for (Mapping root : roots) {
            for (Slot slot : Tree.slots(root)) {
                if (slot.value() instanceof Scalar scalar) {
                    add(scalar, slot);
                }
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
