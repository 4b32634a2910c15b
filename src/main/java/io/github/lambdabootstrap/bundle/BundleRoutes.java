package io.github.lambdabootstrap.bundle;

import io.github.lambdabootstrap.archive.EntryPath;
import io.github.lambdabootstrap.archive.FunctionTarget;
import io.github.lambdabootstrap.model.FunctionName;
import io.github.lambdabootstrap.problem.Problem;
import io.github.lambdabootstrap.problem.Problems;
import io.github.lambdabootstrap.problem.SafeText;
import io.github.lambdabootstrap.shim.DispatchMap;
import io.github.lambdabootstrap.shim.Route;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the map that a bundle's shim dispatches on.
 *
 * @param spec the bundle
 * @param places where each function of it is; its first place when it has several
 */
record BundleRoutes(BundleSpec spec, Map<FunctionName, EntryPath> places) {

    /** @param programs which function's executable is where */
    static BundleRoutes of(BundleSpec spec, Map<EntryPath, FunctionTarget> programs) {
        Map<FunctionName, EntryPath> places = new LinkedHashMap<>();
        programs.forEach((path, function) -> places.putIfAbsent(function.name(), path));
        return new BundleRoutes(spec, places);
    }

    /** The map; empty when the bundle needs none, or a problem is added. */
    Optional<DispatchMap> map(Problems problems) {
        Problems found = new Problems();
        List<Route> routes = new ArrayList<>();
        for (Dispatch.NamedRoute route : spec.dispatch().routes()) {
            place(route.function())
                    .ifPresentOrElse(
                            place -> routes.add(new Route(route.match(), place)), () -> found.add(unknown(route)));
        }
        DispatchMap.problems(routes).forEach(problem -> found.add(problem.at(where())));
        problems.addAll(found.list());
        boolean wanted = !routes.isEmpty() || spec.dispatch().execWrapper();
        return wanted && found.isEmpty()
                ? Optional.of(new DispatchMap(routes, spec.dispatch().execWrapper()))
                : Optional.empty();
    }

    private Optional<EntryPath> place(String function) {
        return places.entrySet().stream()
                .filter(entry -> entry.getKey().value().equals(function))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private Problem unknown(Dispatch.NamedRoute route) {
        return Problem.input(
                        "the route '" + SafeText.of(route.match()) + "' leads to function '"
                                + SafeText.of(route.function()) + "', which is not in bundle '" + spec.name() + "'; "
                                + BundleSelection.nearest(route.function(), places.keySet()),
                        "name a function of the bundle, or add it to <functions>")
                .at(where());
    }

    private String where() {
        return spec.where() + "<routes>";
    }
}
