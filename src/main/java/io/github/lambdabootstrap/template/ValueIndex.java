package io.github.lambdabootstrap.template;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Function;

/** Which functions one of their properties leads to a text, or through a slot: looked up, as templates can be large. */
final class ValueIndex {

    private final IdentityHashMap<Scalar, List<FunctionFacts>> holders = new IdentityHashMap<>();
    private final IdentityHashMap<Slot, List<FunctionFacts>> passengers = new IdentityHashMap<>();

    ValueIndex(List<FunctionFacts> functions, Function<FunctionFacts, Value> property) {
        for (FunctionFacts function : functions) {
            Value value = property.apply(function);
            value.all().forEach(text -> add(holders, text, function));
            value.way().forEach(slot -> add(passengers, slot, function));
        }
    }

    private static <K> void add(IdentityHashMap<K, List<FunctionFacts>> index, K key, FunctionFacts function) {
        index.computeIfAbsent(key, k -> new ArrayList<>()).add(function);
    }

    /** The functions whose property can be this text, in the order of the source. */
    List<FunctionFacts> holding(Scalar text) {
        return holders.getOrDefault(text, List.of());
    }

    /** The functions whose property comes through this slot. */
    List<FunctionFacts> through(Slot slot) {
        return passengers.getOrDefault(slot, List.of());
    }
}
