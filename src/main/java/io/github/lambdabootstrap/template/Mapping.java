package io.github.lambdabootstrap.template;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Keys and values in a template.
 *
 * @param slots in the order of the source
 * @param tag see {@link Node#tag()}
 * @param flow whether it is written with braces, as in JSON
 * @param range all of it
 */
record Mapping(List<Slot> slots, String tag, boolean flow, SourceRange range) implements Node {

    private static final String MERGE = "<<";

    Mapping {
        slots = List.copyOf(slots);
    }

    /** The slot with this key: its own, else that of the first mapping that it merges with {@code <<}. */
    Optional<Slot> find(String name) {
        for (Slot slot : slots) {
            if (slot.name().equals(name) && !isMerge(slot)) {
                return Optional.of(slot);
            }
        }
        return merges()
                ? sources().stream()
                        .flatMap(mapping -> mapping.slots.stream())
                        .filter(slot -> slot.name().equals(name) && !isMerge(slot))
                        .findFirst()
                : Optional.empty();
    }

    /** The value below a path of keys. */
    Optional<Slot> find(String name, String... deeper) {
        Optional<Slot> found = find(name);
        for (String key : deeper) {
            found = found.flatMap(slot -> slot.value() instanceof Mapping m ? m.find(key) : Optional.empty());
        }
        return found;
    }

    /** The mapping below a path of keys. */
    Optional<Mapping> mapping(String name, String... deeper) {
        return find(name, deeper)
                .map(Slot::value)
                .filter(Mapping.class::isInstance)
                .map(Mapping.class::cast);
    }

    /** The plain text below a path of keys. */
    Optional<String> text(String name, String... deeper) {
        return find(name, deeper)
                .map(Slot::value)
                .filter(value -> value instanceof Scalar scalar && scalar.isText())
                .map(value -> ((Scalar) value).value());
    }

    /** All keys and values that count: its own, then the merged ones that it does not have itself. */
    List<Slot> all() {
        if (!merges()) {
            return slots;
        }
        Map<String, Slot> found = new LinkedHashMap<>();
        sources().stream()
                .flatMap(mapping -> mapping.slots.stream())
                .filter(slot -> !isMerge(slot))
                .forEach(slot -> found.putIfAbsent(slot.name(), slot));
        return List.copyOf(found.values());
    }

    /** This mapping and those that it merges, in the order of their weight, each once. */
    private List<Mapping> sources() {
        List<Mapping> ordered = new ArrayList<>();
        Set<Mapping> seen = Tree.identitySet();
        Deque<Mapping> open = new ArrayDeque<>(List.of(this));
        while (!open.isEmpty()) {
            Mapping next = open.pop();
            if (seen.add(next)) {
                ordered.add(next);
                List<Mapping> merged = next.merged();
                for (int i = merged.size() - 1; i >= 0; i--) {
                    open.push(merged.get(i));
                }
            }
        }
        return ordered;
    }

    /** Most mappings do not: then there is nothing to gather. */
    private boolean merges() {
        for (Slot slot : slots) {
            if (isMerge(slot)) {
                return true;
            }
        }
        return false;
    }

    private List<Mapping> merged() {
        return slots.stream()
                .filter(Mapping::isMerge)
                .flatMap(slot -> slot.value() instanceof Sequence several
                        ? several.items().stream().map(Slot::value)
                        : Stream.of(slot.value()))
                .filter(Mapping.class::isInstance)
                .map(Mapping.class::cast)
                .toList();
    }

    private static boolean isMerge(Slot slot) {
        return slot.name().equals(MERGE);
    }
}
