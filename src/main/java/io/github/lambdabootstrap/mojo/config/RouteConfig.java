package io.github.lambdabootstrap.mojo.config;

import io.github.lambdabootstrap.bundle.Dispatch;
import io.github.lambdabootstrap.problem.Problem;
import io.github.lambdabootstrap.problem.Problems;
import io.github.lambdabootstrap.problem.SafeText;
import io.github.lambdabootstrap.shim.Route;
import java.util.Optional;

/** {@code <route>}: which function of a bundle starts for which function name in AWS. */
public class RouteConfig {

    /** The name that a function has in AWS, or a pattern with {@code *} and {@code ?}. */
    private String match;

    /** The name of the bundle's function that starts. */
    private String function;

    Optional<Dispatch.NamedRoute> toSpec(String where, Problems problems) {
        if (Texts.isBlank(match) || Texts.isBlank(function)) {
            problems.add(Problem.input(
                            "a route lacks its <" + (Texts.isBlank(match) ? "match" : "function") + ">",
                            "give both, as in <route><match>*-orders</match><function>orders</function></route>")
                    .at(where + "<routes>"));
            return Optional.empty();
        }
        if (!Route.isMatch(match.trim())) {
            problems.add(Problem.input(
                            "'" + SafeText.of(match.trim()) + "' matches no function name",
                            "give a <match> of the form " + Route.MATCH_FORM)
                    .at(where + "<routes>"));
            return Optional.empty();
        }
        return Optional.of(new Dispatch.NamedRoute(match.trim(), function.trim()));
    }
}
