package io.github.lambdabootstrap.shim;

import static io.github.lambdabootstrap.shim.ShimCase.PACKAGE_AGAIN;
import static io.github.lambdabootstrap.shim.ShimCase.SET_HANDLER;
import static io.github.lambdabootstrap.shim.ShimCase.SET_MODE;
import static io.github.lambdabootstrap.shim.ShimCase.SET_ROUTE;
import static io.github.lambdabootstrap.shim.ShimCase.SET_WRAPPER;
import static io.github.lambdabootstrap.shim.ShimCase.function;
import static io.github.lambdabootstrap.shim.ShimCase.handler;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The behaviour of the shim as a table; docs/shim.md shows it to users. */
final class ShimCases {

    private ShimCases() {}

    /** Rows whose outcome the handler's text or the archive decides. */
    static final List<ShimCase> HANDLERS = List.of(
            handler("a name at the root", "handle_it"),
            handler("a name in a folder", "bin/handle_it"),
            handler("a name four folders deep", "bin/api/app/auth/signin"),
            handler("a name with shell characters", "bin/a$(id)*'\"&;b"),
            handler("a name that looks like an option", "-n"),
            handler("a symbolic link", "link"),
            handler("a symbolic link through a folder", "folder-link/handle_it"),
            handler("dot segments", "./bin/./handle_it").starts("{root}/bin/handle_it"),
            handler("two slashes and one at the end", "bin//handle_it/").starts("{root}/bin/handle_it"),
            handler("two dots that stay inside", "bin/api/../handle_it").starts("{root}/bin/handle_it"),
            handler("two dots behind a link are lexical", "out-link/../handle_it")
                    .starts("{root}/handle_it"),
            handler("empty", "").notFound("Handler '': it is empty or not set" + SET_HANDLER),
            new ShimCase("not set", Map.of(), "", new ShimCase.Starts(""))
                    .notFound("Handler '': it is empty or not set" + SET_HANDLER),
            handler("absolute", "/var/task/handle_it")
                    .notFound("Handler '/var/task/handle_it': it is an absolute path" + SET_HANDLER),
            handler("the parent", "..").notFound("Handler '..': it leads out of {root}" + SET_HANDLER),
            handler("out and in again", "../task/handle_it")
                    .notFound("Handler '../task/handle_it': it leads out of {root}" + SET_HANDLER),
            handler("out after a folder", "bin/../../etc/passwd")
                    .notFound("Handler 'bin/../../etc/passwd': it leads out of {root}" + SET_HANDLER),
            handler("missing", "bin/ordrs")
                    .notFound("Handler 'bin/ordrs': there is no such file in {root}" + SET_HANDLER),
            handler("below a file", "handle_it/x")
                    .notFound("Handler 'handle_it/x': there is no such file in {root}" + SET_HANDLER),
            handler("a dangling link", "dangling")
                    .notFound("Handler 'dangling': there is no such file in {root}" + SET_HANDLER),
            handler("a link to itself", "loop")
                    .notFound("Handler 'loop': there is no such file in {root}" + SET_HANDLER),
            handler("a folder that others cannot enter", "private/handle_it")
                    .notFound("Handler 'private/handle_it': there is no such file in {root}" + SET_HANDLER),
            handler("a directory", "bin").notStartable("Handler 'bin': it is a directory" + SET_HANDLER),
            handler("the root", ".").notStartable("Handler '.': it is a directory" + SET_HANDLER),
            handler("not executable", "data.json").notStartable("Handler 'data.json': it is not executable" + SET_MODE),
            itself("the bootstrap", "bootstrap"),
            itself("the bootstrap with a dot", "./bootstrap"),
            itself("a symbolic link to the bootstrap", "bootstrap-link"),
            itself("a hard link to the bootstrap", "bootstrap-twin"),
            handler("control characters", "a\nb\u001b[1m\u00e9\u007f")
                    .notFound(
                            "Handler 'a\\x0ab\\x1b[1m\\xc3\\xa9\\x7f': there is no such file in {root}" + SET_HANDLER),
            handler("a name of 200 bytes", "n".repeat(200))
                    .notFound("Handler '" + "n".repeat(200) + "': there is no such file in {root}" + SET_HANDLER),
            handler("a name of 256 bytes", "n".repeat(256))
                    .notFound("Handler '" + "n".repeat(200) + "...': there is no such file in {root}" + SET_HANDLER),
            handler("a path of more than 4095 bytes", "n/".repeat(2048))
                    .notFound(
                            "Handler '" + "n/".repeat(100) + "...': its path is longer than 4095 bytes" + SET_HANDLER));

    /** Rows in which the map decides. */
    static final List<ShimCase> MAPS = List.of(
            function("a route by name", "orders", "route orders bin/handle_it").starts("{root}/bin/handle_it"),
            function("a route by pattern", "prod-orders-7", "route *-orders-? handle_it")
                    .starts("{root}/handle_it"),
            function("the first match wins", "a-orders", "route b* link", "route a* handle_it", "route * bin/x")
                    .starts("{root}/handle_it"),
            function("stars that need a second try", "ab-aab-aabb", "route *a*abb handle_it")
                    .starts("{root}/handle_it"),
            function("a target with a dot segment", "orders", "route orders ./bin/handle_it")
                    .starts("{root}/bin/handle_it"),
            function("a target with shell characters", "orders", "route orders bin/a$(id)*'\"&;b")
                    .starts("{root}/bin/a$(id)*'\"&;b"),
            function("a last line without its end", "orders")
                    .map("lambda-bootstrap-map 1\nroute * handle_it")
                    .starts("{root}/handle_it"),
            function("a map without routes leaves it to the handler", "orders", "wrapper")
                    .with("_HANDLER", "handle_it")
                    .starts("{root}/handle_it"),
            function(
                            "no route matches",
                            "ordersX",
                            "route orders handle_it",
                            "route order? handle_it",
                            "route Orders* x")
                    .notFound("function 'ordersX': no route in bootstrap.map matches it" + SET_ROUTE),
            function("a pattern that is longer than the name", "o", "route o?* handle_it")
                    .notFound("function 'o': no route in bootstrap.map matches it" + SET_ROUTE),
            function("a route to nothing", "orders", "route orders bin/ordrs")
                    .notFound("function 'orders' by route 'bin/ordrs': there is no such file in {root}" + SET_ROUTE),
            function("a route out of the root", "orders", "route orders ../x")
                    .notFound("function 'orders' by route '../x': it leads out of {root}" + SET_ROUTE),
            function("a route to the bootstrap", "orders", "route orders bootstrap")
                    .notStartable(
                            "function 'orders' by route 'bootstrap': it is this bootstrap, which would start itself"
                                    + " forever" + SET_ROUTE),
            function("another first line", "orders")
                    .map("{\"version\":3}\n")
                    .notFound("from 'bootstrap.map': its first line is not 'lambda-bootstrap-map 1' but {\"version\":3}"
                            + PACKAGE_AGAIN),
            function("a later version", "orders")
                    .map("lambda-bootstrap-map 12\n")
                    .notFound("from 'bootstrap.map': its first line is not 'lambda-bootstrap-map 1' but"
                            + " lambda-bootstrap-map 12" + PACKAGE_AGAIN),
            function("an unknown line", "orders", "route * handle_it", "\u001brout")
                    .notFound("from 'bootstrap.map': it has a line other than 'wrapper' and 'route MATCH TARGET':"
                            + " \\x1brout" + PACKAGE_AGAIN),
            function("a route without target", "orders", "route orders")
                    .notFound("from 'bootstrap.map': it has a line other than 'wrapper' and 'route MATCH TARGET':"
                            + " route orders" + PACKAGE_AGAIN),
            function("a map of 64 KiB", "orders").map(mapOf(65_536)).starts("{root}/handle_it"),
            function("a map of more than 64 KiB", "orders")
                    .map(mapOf(65_537))
                    .notFound("from 'bootstrap.map': it is longer than 65536 bytes" + PACKAGE_AGAIN));

    /** Rows about the wrapper that Lambda itself ignores on these runtimes. */
    static final List<ShimCase> WRAPPERS = List.of(
            handler("not switched on", "handle_it").with("AWS_LAMBDA_EXEC_WRAPPER", "/no/such"),
            wrapped("not set", "").starts("{root}/handle_it"),
            wrapped("relative", "wrapper").notFound("wrapper 'wrapper': it is not an absolute path" + SET_WRAPPER),
            wrapped("missing", "/no/such").notFound("wrapper '/no/such': there is no such file in /" + SET_WRAPPER),
            wrapped("a directory", "/proc").notStartable("wrapper '/proc': it is a directory" + SET_WRAPPER),
            wrapped("not executable", "/proc/version")
                    .notStartable("wrapper '/proc/version': it is not executable" + SET_MODE));

    static Stream<ShimCase> all() {
        return Stream.of(HANDLERS, MAPS, WRAPPERS).flatMap(List::stream);
    }

    private static ShimCase itself(String name, String handler) {
        return handler(name, handler)
                .notStartable("Handler '" + handler + "': it is this bootstrap, which would start itself forever"
                        + SET_HANDLER);
    }

    private static ShimCase wrapped(String name, String wrapper) {
        return handler("a wrapper: " + name, "handle_it")
                .with("AWS_LAMBDA_EXEC_WRAPPER", wrapper)
                .map("lambda-bootstrap-map 1\nwrapper\n");
    }

    /** A map of exactly this many bytes, whose last route alone matches. */
    private static String mapOf(int length) {
        StringBuilder map = new StringBuilder("lambda-bootstrap-map 1\n");
        String last = "route orders handle_it\n";
        while (map.length() < length - last.length() - 200) {
            map.append("route other bin/").append("x".repeat(100)).append('\n');
        }
        int padding = length - map.length() - last.length() - "route other \n".length();
        map.append("route other ").append("x".repeat(padding)).append('\n');
        return map.append(last).toString();
    }
}
