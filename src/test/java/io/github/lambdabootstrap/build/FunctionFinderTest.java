package io.github.lambdabootstrap.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdabootstrap.model.FunctionSource;
import io.github.lambdabootstrap.problem.Problem;
import io.github.lambdabootstrap.problem.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Asks the real Go about modules made by code. */
class FunctionFinderTest {

    private static final String FUNCTION_LIBRARY = """
            package start

            import "github.com/aws/aws-lambda-go/lambda"

            func Run() { lambda.Start(nil) }
            """;

    @TempDir
    private Path folder;

    private GoProject project;
    private final Problems problems = new Problems();

    @BeforeEach
    void make_a_module() {
        project = new GoProject(folder).module("", "example.com/shop");
    }

    @Test
    void a_main_that_imports_a_client_is_a_function_wherever_it_lies() {
        project.function("cmd/orders").function("services/audit/main").cli("cmd/tool");
        FunctionPlan plan = find();
        assertThat(functions(plan))
                .containsExactly(
                        "orders example.com/shop/cmd/orders imports a Runtime API client",
                        "audit example.com/shop/services/audit/main imports a Runtime API client");
        assertThat(others(plan)).containsExactly("example.com/shop/cmd/tool imports no Runtime API client");
    }

    @Test
    void where_a_module_imports_none_directly_other_ways_to_it_count() {
        project.file("internal/start/start.go", FUNCTION_LIBRARY)
                .file("cmd/orders/main.go", program("example.com/shop/internal/start"))
                .cli("cmd/tool");
        FunctionPlan plan = find();
        assertThat(functions(plan))
                .containsExactly(
                        "orders example.com/shop/cmd/orders reaches a Runtime API client through other packages");
        assertThat(others(plan)).containsExactly("example.com/shop/cmd/tool imports no Runtime API client");
    }

    @Test
    void where_a_module_imports_one_directly_other_ways_to_it_do_not_count() {
        project.file("internal/start/start.go", FUNCTION_LIBRARY)
                .file("cmd/local/main.go", program("example.com/shop/internal/start"))
                .function("cmd/orders")
                .module("nested", "main")
                .file("nested/start/start.go", FUNCTION_LIBRARY)
                .file("nested/cmd/audit/main.go", program("main/start"));
        FunctionPlan plan = find();
        assertThat(functions(plan))
                .containsExactly(
                        "orders example.com/shop/cmd/orders imports a Runtime API client",
                        "audit main/cmd/audit reaches a Runtime API client through other packages");
        assertThat(others(plan))
                .containsExactly(
                        "example.com/shop/cmd/local reaches a Runtime API client only through other packages, unlike"
                                + " others here");
    }

    @Test
    void a_profile_beside_a_main_hides_nothing() {
        project.file("internal/start/start.go", FUNCTION_LIBRARY)
                .file("cmd/orders/main.go", program("example.com/shop/internal/start"))
                .file("cmd/orders/default.pgo", "");
        assertThat(functions(find())).hasSize(1);
    }

    @Test
    void what_go_matches_and_nobody_wrote_is_left_out() {
        project.function("cmd/orders")
                .function("node_modules/x")
                .function("cdk.out/asset.1")
                .function("target/copy")
                .function("other/cmd/x")
                .file("other/pom.xml", "<project/>");
        FunctionPlan plan = find();
        assertThat(functions(plan)).hasSize(1);
        assertThat(plan.others()).isEmpty();
    }

    @Test
    void a_folder_with_tests_alone_is_no_function() {
        project.function("cmd/orders")
                .file("e2e/a_test.go", "package main\n\nimport _ \"github.com/aws/aws-lambda-go/lambda\"\n");
        assertThat(others(find())).containsExactly("example.com/shop/e2e has tests and nothing to compile");
    }

    @Test
    void excludes_and_includes_match_names_and_import_paths() {
        project.function("a-lambda").function("b-lambda").function("cmd/c").cli("cmd/d-lambda");
        assertThat(functions(find(List.of("*-lambda"), List.of("**/b-*"))))
                .containsExactly(
                        "a-lambda example.com/shop/a-lambda named in <go><includes>",
                        "d-lambda example.com/shop/cmd/d-lambda named in <go><includes>");
        assertThat(others(find(List.of("*-lambda"), List.of("**/b-*"))))
                .containsExactly(
                        "example.com/shop/b-lambda excluded by <go><excludes>",
                        "example.com/shop/cmd/c not among <go><includes>");
    }

    @Test
    void the_longer_names_of_a_clash_can_be_excluded() {
        project.function("a/api").function("b/api");
        assertThat(functions(find(List.of(), List.of("b-api"))))
                .containsExactly("api example.com/shop/a/api imports a Runtime API client");
    }

    @Test
    void files_for_other_systems_and_tags_are_no_hindrance() {
        project.function("cmd/orders")
                .file("cmd/orders/os_windows.go", "package main\n\nvar x = undefined\n")
                .file("cmd/orders/rpc.go", "//go:build !lambda.norpc\n\npackage main\n\nimport _ \"nope/nope\"\n");
        assertThat(functions(find())).hasSize(1);
        assertThat(problems.list()).isEmpty();
    }

    @Test
    void a_broken_function_is_an_error_and_not_a_lost_function() {
        project.function("cmd/orders")
                .file("cmd/audit/main.go", GoProject.FUNCTION.replace("func main() {", "import\nfunc main( {"));
        assertThat(functions(find())).hasSize(2);
        assertThat(problems.list()).singleElement().satisfies(problem -> {
            assertThat(problem.what())
                    .isEqualTo("the Go package of function 'audit' does not load: cmd/audit/main.go:6:1: missing import"
                            + " path");
            assertThat(problem.where())
                    .isEqualTo(project.root.resolve("cmd/audit").toString());
        });
    }

    @Test
    void a_dependency_that_cannot_be_had_is_an_error() {
        project.file("cmd/orders/main.go", GoProject.FUNCTION.replace("\nfunc", "\nimport _ \"x.example/y\"\n\nfunc"));
        find();
        assertThat(problems.list())
                .extracting(Problem::what)
                .containsExactly(
                        "the Go package of function 'orders' does not load: cmd/orders/main.go:5:8: no required"
                                + " module provides package x.example/y; to add it:\\n\\tgo get x.example/y");
    }

    @Test
    void a_program_that_may_be_a_function_is_told_as_a_warning() {
        project.file("cmd/x/main.go", program("x.example/start"));
        find().tell(project.log());
        assertThat(project.lines)
                .contains(
                        "WARN Perhaps a function: cmd/x (cannot be judged: cmd/x/main.go:3:8: no required module provides"
                                + " package x.example/start; to add it:\\n\\tgo get x.example/start); it is left out");
    }

    @Test
    void a_module_that_does_not_load_is_skipped_and_reported() {
        project.function("cmd/orders")
                .file("bad/go.mod", "module bad\n\nbogus\n")
                .function("bad/cmd/x");
        FunctionPlan plan = find();
        assertThat(functions(plan)).hasSize(1);
        assertThat(plan.broken())
                .containsExactly(new FunctionPlan.BrokenModule(
                        project.root.resolve("bad"), "go: errors parsing go.mod: go.mod:3: unknown directive: bogus"));
        assertThat(problems.list()).isEmpty();
        plan.tell(project.log());
        assertThat(project.lines)
                .contains(
                        "WARN Skipping the Go module in bad, which does not load: go: errors parsing go.mod: go.mod:3:"
                                + " unknown directive: bogus");
    }

    @Test
    void a_function_of_a_module_that_does_not_load_is_an_error_when_the_pom_names_it() {
        project.file("bad/go.mod", "module bad\n\nbogus\n").function("bad/cmd/x");
        GoSettings settings = project.settings();
        project.finder(settings)
                .find(
                        project.request(settings, GoProject.spec("x", new FunctionSource.GoPackage("./bad/cmd/x"))),
                        problems);
        assertThat(problems.list())
                .extracting(Problem::what)
                .containsExactly("go: errors parsing go.mod: go.mod:3: unknown directive: bogus");
    }

    @Test
    void a_module_that_wants_a_newer_go_is_an_error_with_a_way_out() {
        project.file("new/go.mod", "module new\n\ngo 1.999\n").function("new/cmd/x");
        find();
        assertThat(problems.list()).singleElement().satisfies(problem -> {
            assertThat(problem.kind()).isEqualTo(Problem.Kind.ENVIRONMENT);
            assertThat(problem.what()).startsWith("go: go.mod requires go >= 1.999 (running go");
            assertThat(problem.where()).isEqualTo(project.root.resolve("new").toString());
            assertThat(problem.fix())
                    .isEqualTo(
                            "install that Go version, or let Go fetch it: leave GOTOOLCHAIN alone and build once with"
                                    + " network (without mvn -o)");
        });
    }

    @Test
    void a_module_outside_of_the_workspace_loads() {
        project.function("cmd/orders")
                .module("tools", "tools")
                .function("tools/fix")
                .file("go.work", "go 1.21\n\nuse .\n");
        assertThat(functions(find())).hasSize(2);
    }

    @Test
    void a_workspace_without_a_module_of_its_own_works() throws IOException {
        Files.delete(project.root.resolve("go.mod"));
        project.module("a", "main").function("a/cmd/x").module("b", "main2").function("b");
        project.file("go.work", "go 1.21\n\nuse (\n\t./a\n\t./b\n)\n");
        assertThat(functions(find()))
                .containsExactly("x main/cmd/x imports a Runtime API client", "b main2 imports a Runtime API client");
    }

    @Test
    void the_pom_names_packages_by_folder_and_by_import_path() {
        project.function("services/orders")
                .cli("cmd/tool")
                .module("nested", "nested")
                .function("nested/x");
        FunctionPlan plan = find(
                GoProject.spec("a", new FunctionSource.GoPackage("./services/orders")),
                GoProject.spec("b", new FunctionSource.GoPackage("nested/x")),
                GoProject.spec("c", new FunctionSource.GoPackage("example.com/shop/cmd/tool")));
        assertThat(functions(plan))
                .containsExactly(
                        "a example.com/shop/services/orders named in the pom",
                        "b nested/x named in the pom",
                        "c example.com/shop/cmd/tool named in the pom");
    }

    @Test
    void the_short_form_names_a_found_function_or_forces_another_program() {
        project.function("services/orders").cli("cmd/tool");
        FunctionPlan plan = find(
                GoProject.spec("orders", new FunctionSource.Discovered()),
                GoProject.spec("tool", new FunctionSource.Discovered()));
        assertThat(functions(plan))
                .containsExactly(
                        "orders example.com/shop/services/orders named in the pom",
                        "tool example.com/shop/cmd/tool named in the pom");
        assertThat(plan.others()).isEmpty();
    }

    @Test
    void all_wrong_names_are_reported_together_with_the_nearest_right_ones() {
        project.function("services/orders").function("services/audit").file("lib/lib.go", "package lib\n");
        find(
                GoProject.spec("order", new FunctionSource.Discovered()),
                GoProject.spec("l", new FunctionSource.GoPackage("./lib")),
                GoProject.spec("n", new FunctionSource.GoPackage("./nope")));
        assertThat(problems.list())
                .containsExactly(
                        new Problem(
                                Problem.Kind.INPUT,
                                "no function 'order' was found; the nearest names are orders, audit",
                                "pom.xml <functions><function>order",
                                "",
                                "name a found function, or give its <goPackage> or <executable>",
                                "reference/build.md#which-programs-are-functions"),
                        named("./lib", "l", "it is package lib, not main"),
                        named("./nope", "n", "stat " + project.root.resolve("nope") + ": directory not found"));
    }

    @Test
    void found_functions_are_added_on_wish_and_leave_given_names_alone() {
        project.function("services/orders").function("services/audit").function("cmd/feed");
        GoSettings settings = project.settings();
        FunctionFinder.Request request =
                project.request(settings, GoProject.spec("audit", new FunctionSource.GoPackage("./services/orders")));
        FunctionPlan plan = project.finder(settings)
                .find(
                        new FunctionFinder.Request(
                                request.modules(),
                                request.area(),
                                request.discovery(),
                                request.specs(),
                                true,
                                request.target()),
                        problems);
        assertThat(functions(plan))
                .containsExactly(
                        "audit example.com/shop/services/orders named in the pom",
                        "feed example.com/shop/cmd/feed imports a Runtime API client",
                        "services-audit example.com/shop/services/audit imports a Runtime API client");
    }

    @Test
    void nothing_found_lists_every_program_and_why_it_is_none() {
        project.cli("cmd/tool").file("e2e/a_test.go", "package main\n");
        assertThat(find().nothingFound(project.root))
                .isEqualTo(new Problem(
                        Problem.Kind.INPUT,
                        "no Lambda function was found",
                        project.root.toString(),
                        "of the main packages, example.com/shop/cmd/tool imports no Runtime API client;"
                                + " example.com/shop/e2e has tests and nothing to compile",
                        "name a program in <functions> or <go><includes>; for a module without functions set"
                                + " lambda.failIfNoFunctions=false",
                        "reference/build.md#which-programs-are-functions"));
    }

    @Test
    void a_dry_run_writes_what_it_shows(@TempDir Path report) throws IOException {
        project.function("cmd/orders").cli("cmd/tool").file("bad/go.mod", "bogus\n");
        FunctionsJson.write(find(), report);
        assertThat(report.resolve("functions.json")).hasContent("""
                {
                  "schemaVersion": 1,
                  "functions": [
                    {
                      "name": "orders",
                      "directory": "%1$s/cmd/orders",
                      "package": "example.com/shop/cmd/orders",
                      "module": "example.com/shop",
                      "architecture": "x86_64",
                      "reason": "imports a Runtime API client"
                    }
                  ],
                  "notFunctions": [
                    {
                      "directory": "%1$s/cmd/tool",
                      "package": "example.com/shop/cmd/tool",
                      "reason": "imports no Runtime API client"
                    }
                  ],
                  "brokenModules": [
                    {
                      "directory": "%1$s/bad",
                      "error": "go: errors parsing go.mod: go.mod:1: unknown directive: bogus"
                    }
                  ]
                }
                """.formatted(project.root));
    }

    private static String program(String imported) {
        return "package main\n\nimport \"" + imported + "\"\n\nfunc main() { start.Run() }\n";
    }

    private static Problem named(String path, String name, String why) {
        return new Problem(
                Problem.Kind.INPUT,
                "the Go package '" + path + "' is no program: " + why,
                "pom.xml <functions><function>" + name + "<goPackage>",
                "",
                "name the folder of a main package; files behind build tags need <go><tags>, files that import \"C\""
                        + " need <go><cgo>true</cgo>",
                "reference/build.md#which-programs-are-functions");
    }

    private FunctionPlan find(io.github.lambdabootstrap.model.FunctionSpec... specs) {
        GoSettings settings = project.settings();
        return project.finder(settings).find(project.request(settings, specs), problems);
    }

    private FunctionPlan find(List<String> includes, List<String> excludes) {
        GoSettings settings = project.settings(includes, excludes);
        return project.finder(settings).find(project.request(settings), problems);
    }

    private static List<String> functions(FunctionPlan plan) {
        return plan.functions().stream()
                .map(function -> function.name() + " " + function.main().importPath() + " " + function.reason())
                .toList();
    }

    private static List<String> others(FunctionPlan plan) {
        return plan.others().stream()
                .map(other -> other.main().importPath() + " " + other.reason())
                .toList();
    }
}
