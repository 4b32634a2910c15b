package io.github.lambdabootstrap.shim;

import io.github.lambdabootstrap.archive.EntryPath;
import io.github.lambdabootstrap.model.ByteSize;
import io.github.lambdabootstrap.problem.Problem;
import io.github.lambdabootstrap.problem.SafeText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the shim reads from the archive before it dispatches; docs/shim.md#map has the syntax. An archive without it
 * dispatches by handler, and so does a map without routes.
 *
 * @param routes from function names to entries; the first that matches wins
 * @param execWrapper whether {@code AWS_LAMBDA_EXEC_WRAPPER} is honoured
 */
public record DispatchMap(List<Route> routes, boolean execWrapper) {

    /** The entry that holds it, at the root beside {@code bootstrap}. */
    public static final EntryPath ENTRY = EntryPath.of("bootstrap.map");

    /** The shim's buffer, in bytes. */
    public static final int LIMIT = 64 * 1024;

    static final String HEADER = "lambda-bootstrap-map 1";
    static final String WRAPPER = "wrapper";

    /** Refuses more than the shim reads, with an {@link IllegalArgumentException}. */
    public DispatchMap {
        routes = List.copyOf(routes);
        if (size(routes, execWrapper) > LIMIT) {
            throw new IllegalArgumentException("longer than " + LIMIT + " bytes");
        }
    }

    /** What is wrong with routes taken together: those that no function can reach, and more of them than fit. */
    public static List<Problem> problems(List<Route> routes) {
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < routes.size(); i++) {
            Route later = routes.get(i);
            routes.subList(0, i).stream()
                    .filter(earlier -> earlier.hides(later))
                    .findFirst()
                    .ifPresent(earlier -> problems.add(unreachable(later, earlier)));
        }
        int size = size(routes, true);
        if (size > LIMIT) {
            problems.add(Problem.input(
                            "the routes need " + new ByteSize(size) + " in " + ENTRY + ", and the shim reads "
                                    + new ByteSize(LIMIT),
                            "cover several functions with one pattern, or split the bundle")
                    .docs("shim.md#map"));
        }
        return problems;
    }

    private static int size(List<Route> routes, boolean execWrapper) {
        return text(routes, execWrapper).getBytes(StandardCharsets.UTF_8).length;
    }

    private static Problem unreachable(Route later, Route earlier) {
        return Problem.input(
                        "the route '" + SafeText.of(later.match()) + "' is never reached: '"
                                + SafeText.of(earlier.match()) + "' stands before it and matches first",
                        "put it before '" + SafeText.of(earlier.match()) + "', or delete it")
                .docs("shim.md#map");
    }

    /** The content of the entry. */
    public byte[] bytes() {
        return text(routes, execWrapper).getBytes(StandardCharsets.UTF_8);
    }

    private static String text(List<Route> routes, boolean execWrapper) {
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        if (execWrapper) {
            text.append(WRAPPER).append('\n');
        }
        routes.forEach(route -> text.append(route.line()).append('\n'));
        return text.toString();
    }

    /** Whether function names decide, rather than handlers. */
    public boolean dispatchesByName() {
        return !routes.isEmpty();
    }

    /** What the shim starts for a function; empty when no route matches. */
    public Optional<EntryPath> target(String functionName) {
        return routes.stream()
                .filter(route -> route.matches(functionName))
                .findFirst()
                .map(Route::target);
    }
}
