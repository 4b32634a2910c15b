package io.github.lambdabootstrap.shim;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One row of the table that drives every form of the shim: what Lambda sets, and what comes of it.
 *
 * @param name what the row is about
 * @param environment the variables beside {@code LAMBDA_TASK_ROOT}
 * @param map the content of {@code bootstrap.map}; empty for none
 * @param outcome what the shim does
 */
record ShimCase(String name, Map<String, String> environment, String map, Outcome outcome) {

    /** Either an executable is started or one line is written. */
    sealed interface Outcome {}

    /** The full path of what starts and its argv[0]; {@code {root}} stands for the task root. */
    record Starts(String path) implements Outcome {}

    /** Exit code and the message between {@code cannot start} and the line's end. */
    record Refuses(int exitCode, String message) implements Outcome {}

    static final String SET_HANDLER = "; set Handler to the path of an executable in the archive, such as bin/orders";
    static final String SET_ROUTE = "; set its route in the bundle's <routes>";
    static final String PACKAGE_AGAIN = "; package the bundle again";
    static final String SET_MODE = "; zip it with mode 0755";
    static final String SET_WRAPPER =
            "; set AWS_LAMBDA_EXEC_WRAPPER to the absolute path of an executable, such as /opt/wrapper";

    static ShimCase handler(String name, String handler) {
        return new ShimCase(name, Map.of("_HANDLER", handler), "", new Starts("{root}/" + handler));
    }

    static ShimCase function(String name, String function, String... lines) {
        return new ShimCase(
                        name,
                        Map.of("_HANDLER", "no/such", "AWS_LAMBDA_FUNCTION_NAME", function),
                        "",
                        new Starts("{root}/" + function))
                .map("lambda-bootstrap-map 1\n" + String.join("\n", lines) + "\n");
    }

    ShimCase map(String text) {
        return new ShimCase(name, environment, text, outcome);
    }

    ShimCase with(String variable, String value) {
        Map<String, String> more = new LinkedHashMap<>(environment);
        more.put(variable, value);
        return new ShimCase(name, more, map, outcome);
    }

    ShimCase starts(String path) {
        return new ShimCase(name, environment, map, new Starts(path));
    }

    ShimCase notFound(String message) {
        return new ShimCase(name, environment, map, new Refuses(127, message));
    }

    ShimCase notStartable(String message) {
        return new ShimCase(name, environment, map, new Refuses(126, message));
    }

    @Override
    public String toString() {
        return name;
    }
}
