package io.github.lambdabootstrap.shim;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdabootstrap.archive.EntryPath;
import io.github.lambdabootstrap.problem.Problem;
import io.github.lambdabootstrap.shim.DispatchMapReader.InvalidMapException;
import io.github.lambdabootstrap.shim.DispatchMapReader.WrittenRoute;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DispatchMapTest {

    private static final DispatchMap MAP = new DispatchMap(
            List.of(route("orders-dev", "bin/debug"), route("*-orders?", "bin/orders"), route("*", "rest")), true);

    @Test
    void a_map_is_a_header_the_wrapper_and_a_line_per_route() {
        assertThat(new String(MAP.bytes(), UTF_8)).isEqualTo("""
                        lambda-bootstrap-map 1
                        wrapper
                        route orders-dev bin/debug
                        route *-orders? bin/orders
                        route * rest
                        """);
    }

    @Test
    void what_was_written_is_read_again() throws InvalidMapException {
        assertThat(DispatchMapReader.read(MAP.bytes()))
                .containsExactly(
                        new WrittenRoute("orders-dev", "bin/debug"),
                        new WrittenRoute("*-orders?", "bin/orders"),
                        new WrittenRoute("*", "rest"));
        assertThat(DispatchMapReader.read(new DispatchMap(List.of(), true).bytes()))
                .isEmpty();
    }

    @Test
    void a_map_is_read_as_the_shim_reads_it() throws InvalidMapException {
        assertThat(DispatchMapReader.read(new byte[0])).isEmpty();
        assertThat(DispatchMapReader.read("lambda-bootstrap-map 1".getBytes(UTF_8)))
                .isEmpty();
        assertThat(DispatchMapReader.read(
                        "lambda-bootstrap-map 1\nroute [a] ./b c\nroute  \nroute x y\r".getBytes(UTF_8)))
                .containsExactly(
                        new WrittenRoute("[a]", "./b c"), new WrittenRoute("", ""), new WrittenRoute("x", "y\r"));
        assertThat(new WrittenRoute("[a]", "./b c").resolve()).isEqualTo(new HandlerTarget.File("b c"));
        assertThat(new WrittenRoute("a", "../b").resolve())
                .isEqualTo(new HandlerTarget.Refused(HandlerTarget.Refusal.OUTSIDE));
    }

    @Test
    void a_map_may_fill_the_shims_buffer() throws InvalidMapException {
        String start = "lambda-bootstrap-map 1\nroute x ";
        String target = "y".repeat(65_536 - start.length());

        assertThat(DispatchMapReader.read((start + target).getBytes(UTF_8)))
                .containsExactly(new WrittenRoute("x", target));
    }

    @Test
    void a_map_that_fills_the_shims_buffer_can_be_written() {
        int others = new DispatchMap(List.of(), true).bytes().length + "route x \n".length();
        List<Route> routes = List.of(route("x", "y".repeat(DispatchMap.LIMIT - others)));

        assertThat(DispatchMap.problems(routes)).isEmpty();
        assertThat(new DispatchMap(routes, true).bytes()).hasSize(DispatchMap.LIMIT);
    }

    @Test
    void a_route_may_lead_to_a_name_with_a_blank() {
        assertThat(Route.isTarget(EntryPath.of("bin/a b"))).isTrue();
        assertThat(Route.isTarget(EntryPath.of("bin/a\tb"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"orders-dev, bin/debug", "prod-orders1, bin/orders", "prod-orders, rest", "other, rest"})
    void the_first_route_that_matches_wins(String function, String target) {
        assertThat(MAP.target(function)).contains(EntryPath.of(target));
    }

    @Test
    void a_function_that_no_route_matches_has_no_target() {
        assertThat(new DispatchMap(List.of(route("orders", "x")), false).target("Orders"))
                .isEmpty();
    }

    @Test
    void routes_alone_make_names_decide() {
        assertThat(MAP.dispatchesByName()).isTrue();
        assertThat(new DispatchMap(List.of(), true).dispatchesByName()).isFalse();
    }

    @Test
    void a_route_that_is_never_reached_is_a_problem() {
        List<Route> routes =
                List.of(route("*-orders", "a"), route("prod-orders", "b"), route("x", "c"), route("x", "d"));

        assertThat(DispatchMap.problems(routes))
                .extracting(Problem::what)
                .containsExactly(
                        "the route 'prod-orders' is never reached: '*-orders' stands before it and matches first",
                        "the route 'x' is never reached: 'x' stands before it and matches first");
        assertThat(DispatchMap.problems(routes))
                .extracting(Problem::fix)
                .containsExactly("put it before '*-orders', or delete it", "put it before 'x', or delete it");
    }

    @Test
    void more_routes_than_the_shim_reads_are_a_problem() {
        String folder = "bin/" + "x".repeat(100);
        List<Route> routes = IntStream.range(0, 700)
                .mapToObj(i -> route("f" + i, folder + i))
                .toList();

        assertThat(DispatchMap.problems(routes)).singleElement().satisfies(problem -> {
            assertThat(problem.what())
                    .isEqualTo("the routes need 81.2 KiB in bootstrap.map, and the shim reads 64.0 KiB");
            assertThat(problem.fix()).isEqualTo("cover several functions with one pattern, or split the bundle");
            assertThat(problem.docs()).isEqualTo("shim.md#map");
        });
        assertThatThrownBy(() -> new DispatchMap(routes, false)).hasMessage("longer than 65536 bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a/b", "[a]", "a\\b", "ordérs", "x\n"})
    void a_match_has_the_characters_of_function_names_and_wildcards(String match) {
        assertThat(Route.isMatch(match)).isFalse();
        assertThatThrownBy(() -> route(match, "bin/orders")).hasMessage("not a function name or pattern: " + match);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "bootstrap", "a\nroute * b", "a\u007f"})
    void a_target_is_an_executable_whose_name_fits_a_line(String target) {
        assertThat(Route.isTarget(EntryPath.of(target))).isFalse();
        assertThatThrownBy(() -> route("orders", target)).hasMessage("no route can lead to: " + target);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "\\n|its first line is not 'lambda-bootstrap-map 1' but ",
                "lambda-bootstrap-map 2|its first line is not 'lambda-bootstrap-map 1' but lambda-bootstrap-map 2",
                "lambda-bootstrap-map 1\\r\\n|its first line is not 'lambda-bootstrap-map 1' but lambda-bootstrap-map 1\\r",
                "lambda-bootstrap-map 1\\nroute a|it has a line other than 'wrapper' and 'route MATCH TARGET': route a",
                "lambda-bootstrap-map 1\\n\\n|it has a line other than 'wrapper' and 'route MATCH TARGET': ",
                "lambda-bootstrap-map 1\\nwrappers|it has a line other than 'wrapper' and 'route MATCH TARGET': wrappers",
            })
    void a_map_that_the_shim_refuses_is_refused(String text, String message) {
        byte[] content = text.translateEscapes().getBytes(UTF_8);

        assertThatThrownBy(() -> DispatchMapReader.read(content))
                .isInstanceOf(InvalidMapException.class)
                .hasMessage(message);
    }

    @Test
    void a_map_that_is_longer_than_the_shims_buffer_is_refused() {
        assertThatThrownBy(() -> DispatchMapReader.read(new byte[65_537])).hasMessage("it is longer than 65536 bytes");
    }

    private static Route route(String match, String target) {
        return new Route(match, EntryPath.of(target));
    }
}
