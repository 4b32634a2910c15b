package io.github.lambdabootstrap.rules;

import io.github.lambdabootstrap.archive.Lookup;
import io.github.lambdabootstrap.problem.SafeText;
import io.github.lambdabootstrap.shim.HandlerTarget;
import io.github.lambdabootstrap.shim.KnownShim;
import java.util.List;
import java.util.Optional;

/**
 * What a bootstrap that is a known shim starts.
 *
 * @param shim what it is
 * @param mapFault why the shim cannot use the map, in its own words; then it starts nothing
 * @param targets what it is asked for, by handlers or by routes; none when nobody has said
 * @param candidates the executables that a handler could name; none when it is known what handlers there are
 */
public record Dispatch(KnownShim shim, Optional<String> mapFault, List<Target> targets, List<Program> candidates) {

    public Dispatch {
        targets = List.copyOf(targets);
        candidates = List.copyOf(candidates);
    }

    /**
     * What a shim is asked for.
     *
     * @param asked a handler, or the path in a route
     * @param match the function names of the route; empty for a handler
     * @param place where the shim looks
     * @param lookup where that leads; empty when the shim does not look
     */
    public record Target(String asked, Optional<String> match, HandlerTarget place, Optional<Lookup> lookup) {

        /** How messages call it: {@code Handler 'bin/orders'}, {@code route '*-orders' to 'bin/orders'}. */
        String shown() {
            return match.map(functions -> "route '" + SafeText.of(functions) + "' to ")
                            .orElse("Handler ") + "'" + SafeText.of(asked) + "'";
        }
    }

    /** Whether function names decide, rather than handlers. */
    public boolean isByName() {
        return targets.stream().anyMatch(target -> target.match().isPresent());
    }
}
