package io.github.lambdabootstrap.mojo.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdabootstrap.bundle.BundleSpec;
import io.github.lambdabootstrap.bundle.Dispatch;
import io.github.lambdabootstrap.bundle.Placement;
import io.github.lambdabootstrap.model.FunctionName;
import io.github.lambdabootstrap.model.Glob;
import io.github.lambdabootstrap.problem.ProblemText;
import io.github.lambdabootstrap.problem.Problems;
import io.github.lambdabootstrap.shim.ShimForm;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BundleConfigTest {

    private static final Path BASE = Path.of("/shop").toAbsolutePath();

    private final Problems problems = new Problems();

    @Test
    void a_name_alone_bundles_everything_at_the_root() {
        assertThat(specs(bundle(Map.of("name", " deploy "))))
                .containsExactly(new BundleSpec(
                        new FunctionName("deploy"),
                        List.of(),
                        new Placement("{name}", "<directory>", List.of()),
                        new Dispatch(ShimForm.NATIVE, List.of(), false),
                        false,
                        List.of(),
                        "pom.xml <bundles><bundle>deploy"));
    }

    @Test
    void no_bundles_are_none() {
        assertThat(BundleConfig.toSpecs(null, BASE, problems)).isEmpty();
    }

    @Test
    void every_element_is_read() {
        BundleSpec spec = specs(bundle(Map.of(
                        "name",
                        "deploy",
                        "functions",
                        List.of(" *-lambda ", ""),
                        "entry",
                        " bin/{path} ",
                        "handlers",
                        List.of(handler(" bin/in ", " signin ")),
                        "shim",
                        " sh ",
                        "dispatch",
                        " function-name ",
                        "routes",
                        List.of(route(" *-orders ", " orders ")),
                        "standalone",
                        true,
                        "execWrapper",
                        true)))
                .get(0);

        assertThat(spec.functions()).containsExactly(new Glob("*-lambda"));
        assertThat(spec.placement())
                .isEqualTo(new Placement("bin/{path}", "<entry>", List.of(new Placement.Handler("bin/in", "signin"))));
        assertThat(spec.dispatch())
                .isEqualTo(new Dispatch(ShimForm.SH, List.of(new Dispatch.NamedRoute("*-orders", "orders")), true));
        assertThat(spec.standalone()).isTrue();
        assertThat(problems.list()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"bin, bin/{name}", " bin/ , bin//{name}", "., ./{name}", "bin/api, bin/api/{name}"})
    void a_directory_holds_each_executable_under_its_name(String directory, String pattern) {
        assertThat(specs(bundle(Map.of("name", "deploy", "directory", directory))))
                .extracting(spec -> spec.placement().pattern())
                .containsExactly(pattern);
    }

    @Test
    void all_mistakes_of_a_bundle_are_said_with_their_place() {
        specs(
                bundle(Map.of("name", "a/b")),
                bundle(Map.of(
                        "name", "one",
                        "functions", List.of(" "),
                        "directory", "bin",
                        "entry", "{dir}/{name}/{x}/{path",
                        "handlers", List.of(handler("bin/x", ""), handler(" ", "orders")),
                        "shim", "bash",
                        "dispatch", "name",
                        "routes", List.of(route("prod orders", "orders"), route("", "x"), route("x", " ")))),
                bundle(Map.of("name", "two", "routes", List.of(route("*", "orders")))),
                bundle(Map.of("name", "three", "dispatch", "function-name")),
                bundle(Map.of("name", "Three", "includes", List.of(new IncludeConfig()))));

        assertThat(ProblemText.lines("x", problems.list()))
                .containsExactly(
                        "15 problems in x:",
                        "  'a/b' is no bundle name (pom.xml <bundles><bundle>a/b)",
                        "    fix: give a <name> of the form [A-Za-z0-9][A-Za-z0-9._-]{0,127}",
                        "  bundle 'one' has no functions (pom.xml <bundles><bundle>one<functions>)",
                        "    fix: name some, or leave out <functions> for all of the module",
                        "  a handler lacks its <function> (pom.xml <bundles><bundle>one<handlers>)",
                        "    fix: give both, as in <handler><name>bin/orders</name><function>orders</function></handler>",
                        "  a handler lacks its <name> (pom.xml <bundles><bundle>one<handlers>)",
                        "    fix: give both, as in <handler><name>bin/orders</name><function>orders</function></handler>",
                        "  a bundle has a <directory> and an <entry> (pom.xml <bundles><bundle>one)",
                        "    fix: give one of them",
                        "  the pattern of entries has unknown placeholders: {dir} {x} {path (pom.xml"
                                + " <bundles><bundle>one<entry>)",
                        "    fix: use {name} and {path}",
                        "  unknown shim 'bash' (pom.xml <bundles><bundle>one<shim>)",
                        "    fix: choose one of native, sh",
                        "  'prod orders' matches no function name (pom.xml <bundles><bundle>one<routes>)",
                        "    fix: give a <match> of the form [A-Za-z0-9_*?-]{1,64}",
                        "  a route lacks its <match> (pom.xml <bundles><bundle>one<routes>)",
                        "    fix: give both, as in <route><match>*-orders</match><function>orders</function></route>",
                        "  a route lacks its <function> (pom.xml <bundles><bundle>one<routes>)",
                        "    fix: give both, as in <route><match>*-orders</match><function>orders</function></route>",
                        "  unknown dispatch 'name' (pom.xml <bundles><bundle>one<dispatch>)",
                        "    fix: choose one of handler, function-name",
                        "  bundle 'two' dispatches by handler, and its <routes> play no part (pom.xml"
                                + " <bundles><bundle>two<routes>)",
                        "    fix: set <dispatch>function-name</dispatch>, or remove them",
                        "  bundle 'three' dispatches by function name, and has no <routes> (pom.xml"
                                + " <bundles><bundle>three<dispatch>)",
                        "    fix: add routes, or set <dispatch>handler</dispatch>",
                        "  an include names no file (pom.xml <bundles><bundle>Three<includes>)",
                        "    fix: give <file> or <directory>, one of them",
                        "  two bundles are called 'Three' (pom.xml <bundles><bundle>Three)",
                        "    fix: give each bundle a name of its own; upper and lower case count as equal");
    }

    private List<BundleSpec> specs(BundleConfig... bundles) {
        return BundleConfig.toSpecs(List.of(bundles), BASE, problems);
    }

    private static BundleConfig bundle(Map<String, Object> fields) {
        return filled(new BundleConfig(), fields);
    }

    private static HandlerConfig handler(String name, String function) {
        return filled(new HandlerConfig(), Map.of("name", name, "function", function));
    }

    private static RouteConfig route(String match, String function) {
        return filled(new RouteConfig(), Map.of("match", match, "function", function));
    }

    /** Sets fields as Maven does. */
    private static <T> T filled(T bean, Map<String, Object> fields) {
        fields.forEach((name, value) -> {
            try {
                Field field = bean.getClass().getDeclaredField(name);
                field.setAccessible(true);
                field.set(bean, value);
            } catch (ReflectiveOperationException e) {
                throw new LinkageError("no element " + name, e);
            }
        });
        return bean;
    }
}
