package io.github.lambdabootstrap.bundle;

import io.github.lambdabootstrap.shim.ShimForm;
import java.util.List;

/**
 * What chooses the executable that a bundle starts: the Handler, unless there are routes.
 *
 * @param form of the shim
 * @param routes from function names to functions of the bundle; the first that matches wins
 * @param execWrapper whether {@code AWS_LAMBDA_EXEC_WRAPPER} is honoured
 */
public record Dispatch(ShimForm form, List<NamedRoute> routes, boolean execWrapper) {

    /**
     * A line of {@code <routes>}.
     *
     * @param match a name or a pattern of the form {@link io.github.lambdabootstrap.shim.Route#MATCH_FORM}
     * @param function the name of a function of the bundle
     */
    public record NamedRoute(String match, String function) {}

    public Dispatch {
        routes = List.copyOf(routes);
    }
}
