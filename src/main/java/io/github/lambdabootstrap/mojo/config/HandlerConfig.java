package io.github.lambdabootstrap.mojo.config;

import io.github.lambdabootstrap.bundle.Placement;
import io.github.lambdabootstrap.problem.Problem;
import io.github.lambdabootstrap.problem.Problems;
import java.util.Optional;

/** {@code <handler>}: the exact place of an executable in a bundle. */
public class HandlerConfig {

    /** The Handler, as templates name it: {@code bin/api/app/auth/signin}. */
    private String name;

    /** The name of the function that is there; one function may be in several places. */
    private String function;

    Optional<Placement.Handler> toSpec(String where, Problems problems) {
        if (Texts.isBlank(name) || Texts.isBlank(function)) {
            problems.add(Problem.input(
                            "a handler lacks its <" + (Texts.isBlank(name) ? "name" : "function") + ">",
                            "give both, as in <handler><name>bin/orders</name><function>orders</function></handler>")
                    .at(where + "<handlers>"));
            return Optional.empty();
        }
        return Optional.of(new Placement.Handler(name.trim(), function.trim()));
    }
}
