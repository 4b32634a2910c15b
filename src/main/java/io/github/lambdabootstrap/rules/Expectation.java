package io.github.lambdabootstrap.rules;

import io.github.lambdabootstrap.model.Architecture;
import io.github.lambdabootstrap.model.LambdaRuntime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an archive is meant for, as far as anyone has said.
 *
 * @param runtime what it will run on
 * @param architecture what it will run on; empty when either is fine
 * @param layers the layers that will lie beside it, in their order
 * @param handlers the handlers that it must answer to; empty when it does not look at them
 * @param placeholder whether its real code is uploaded later by something else
 */
public record Expectation(
        LambdaRuntime runtime,
        Optional<Architecture> architecture,
        List<String> layers,
        List<String> handlers,
        boolean placeholder) {

    public Expectation {
        layers = List.copyOf(layers);
        handlers = List.copyOf(handlers);
    }

    /** The same beside more layers, as a placeholder or not. */
    public Expectation with(List<String> moreLayers, boolean isPlaceholder) {
        List<String> all = Stream.concat(layers.stream(), moreLayers.stream()).toList();
        return new Expectation(runtime, architecture, all, handlers, placeholder || isPlaceholder);
    }

    /** A function without layers and handlers of its own. */
    public static Expectation of(LambdaRuntime runtime, Optional<Architecture> architecture) {
        return new Expectation(runtime, architecture, List.of(), List.of(), false);
    }
}
