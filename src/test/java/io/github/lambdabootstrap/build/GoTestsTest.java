package io.github.lambdabootstrap.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdabootstrap.problem.Problem;
import io.github.lambdabootstrap.problem.Problems;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the tests of modules made by code with the real Go. */
class GoTestsTest {

    private static final String PASSES = "package main\n\nimport \"testing\"\n\nfunc TestPrice(t *testing.T) {}\n";
    private static final String FAILS =
            PASSES.replace("{}", "{\n\tprintln(\"about to fail\")\n\tt.Fatal(\"too cheap\")\n}");

    @TempDir
    private Path folder;

    private GoProject project;
    private final Problems problems = new Problems();

    @BeforeEach
    void make_a_module() {
        project = new GoProject(folder).module("", "example.com/shop").function("cmd/orders");
    }

    @Test
    void each_module_with_tests_is_tested() {
        project.file("cmd/orders/a_test.go", PASSES)
                .module("nested", "nested")
                .file("nested/x/a_test.go", PASSES.replace("main", "x"))
                .module("untested", "untested")
                .function("untested/y");
        assertThat(run()).isEqualTo(2);
        assertThat(problems.list()).isEmpty();
        assertThat(project.lines)
                .contains("Running the Go tests of .", "Running the Go tests of nested")
                .anyMatch(line -> line.startsWith("ok  \texample.com/shop/cmd/orders\t"));
    }

    @Test
    void a_failure_is_told_with_its_first_test() {
        project.file("cmd/orders/a_test.go", FAILS);
        run();
        assertThat(problems.list()).singleElement().satisfies(problem -> {
            assertThat(problem.kind()).isEqualTo(Problem.Kind.INPUT);
            assertThat(problem.what()).matches("Go tests failed: --- FAIL: TestPrice \\(.*s\\)");
            assertThat(problem.where()).isEqualTo(project.root.toString());
            assertThat(problem.fix()).endsWith("go test -tags=lambda.norpc -count=1 ./cmd/orders");
        });
        assertThat(project.lines).anyMatch(line -> line.contains("too cheap"));
    }

    @Test
    void a_test_that_does_not_compile_is_told_in_the_words_of_go() {
        project.file("cmd/orders/a_test.go", PASSES.replace("{}", "{ nope() }"));
        run();
        assertThat(problems.list())
                .extracting(Problem::what)
                .containsExactly("Go tests failed: cmd/orders/a_test.go:5:32: undefined: nope");
    }

    @Test
    void tests_of_another_maven_module_are_not_ours() {
        project.file("other/a_test.go", FAILS).file("other/pom.xml", "<project/>");
        assertThat(run()).isZero();
        assertThat(problems.list()).isEmpty();
    }

    @Test
    void the_tags_of_the_build_choose_the_tests() {
        project.file("cmd/orders/a_test.go", "//go:build !lambda.norpc\n\n" + FAILS);
        assertThat(run()).isZero();
    }

    private int run() {
        GoSettings settings = project.settings();
        GoModules area = new GoModules(project.root, Set.of());
        return new GoTests(project.commands(settings), List.of("-count=1"), project.log())
                .run(area.find(), area, problems);
    }
}
