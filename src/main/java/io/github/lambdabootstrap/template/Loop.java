package io.github.lambdabootstrap.template;

import java.util.Optional;

/**
 * Resources that {@code Fn::ForEach} makes.
 *
 * @param variable what differs from one to the next
 * @param body the resources, each written once
 */
record Loop(String variable, Mapping body) {

    private static final String LOOP = "Fn::ForEach::";

    /** The loop at this slot of a mapping of resources; empty where there is none, or one that is not understood. */
    static Optional<Loop> of(Slot slot) {
        return slot.name().startsWith(LOOP)
                        && slot.value() instanceof Sequence loop
                        && loop.items().size() == 3
                        && loop.items().get(0).value() instanceof Scalar variable
                        && loop.items().get(2).value() instanceof Mapping body
                ? Optional.of(new Loop(variable.value(), body))
                : Optional.empty();
    }
}
