package io.github.lambdabootstrap.build;

import io.github.lambdabootstrap.model.Architecture;
import io.github.lambdabootstrap.model.LambdaRuntime;
import java.util.List;

/**
 * What functions run on that say nothing themselves.
 *
 * @param architectures at least one
 */
public record Target(LambdaRuntime runtime, List<Architecture> architectures) {

    public Target {
        architectures = List.copyOf(architectures);
        if (architectures.isEmpty()) {
            throw new IllegalArgumentException("a target has an architecture");
        }
    }
}
