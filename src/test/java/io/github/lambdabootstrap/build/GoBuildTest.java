package io.github.lambdabootstrap.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.lambdabootstrap.model.Architecture;
import io.github.lambdabootstrap.model.BuiltExecutable;
import io.github.lambdabootstrap.model.FunctionSource;
import io.github.lambdabootstrap.model.FunctionSpec;
import io.github.lambdabootstrap.model.Sha256;
import io.github.lambdabootstrap.model.Workers;
import io.github.lambdabootstrap.problem.Problem;
import io.github.lambdabootstrap.problem.ProblemException;
import io.github.lambdabootstrap.problem.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiles modules made by code with the real Go. */
class GoBuildTest {

    @TempDir
    private Path folder;

    private GoProject project;
    private Path output;

    @BeforeEach
    void make_a_module() {
        project = new GoProject(folder).module("", "example.com/shop");
        output = project.root.resolve("target/lambda");
    }

    @Test
    void every_function_gets_an_executable_under_its_own_name() throws IOException {
        project.function("cmd/orders").function("services/audit/main");
        List<BuiltExecutable> built = build();
        assertThat(built).extracting(made -> made.function().value()).containsExactly("orders", "audit");
        assertThat(built).allSatisfy(made -> {
            assertThat(made.file()).isEqualTo(output.resolve("bin/x86_64/" + made.function()));
            assertThat(made.sha256()).isEqualTo(Sha256.of(made.file()));
            assertThat(made.size().bytes()).isEqualTo(Files.size(made.file()));
            assertThat(Files.isExecutable(made.file())).isTrue();
        });
        assertThat(project.lines)
                .contains("Compiling 2 executables with 1 call of go build", "2 executables compiled, 0 up to date");
    }

    @Test
    void nothing_is_touched_when_nothing_changed() throws IOException {
        project.function("cmd/orders").function("services/orders");
        List<BuiltExecutable> first = build();
        Map<Path, FileTime> before = times();
        project.lines.clear();
        assertThat(build()).isEqualTo(first);
        assertThat(times()).isEqualTo(before);
        assertThat(project.lines).contains("0 executables compiled, 2 up to date");
    }

    @Test
    void a_change_renews_the_one_executable_that_it_is_in() throws IOException {
        project.function("cmd/orders").function("cmd/audit");
        build();
        Path audit = output.resolve("bin/x86_64/audit");
        FileTime before = Files.getLastModifiedTime(audit);
        project.file("cmd/orders/main.go", GoProject.FUNCTION.replace("nil", "1"));
        project.lines.clear();
        List<BuiltExecutable> built = build();
        assertThat(project.lines).contains("1 executable compiled, 1 up to date");
        assertThat(Files.getLastModifiedTime(audit)).isEqualTo(before);
        assertThat(built).allSatisfy(made -> assertThat(made.sha256()).isEqualTo(Sha256.of(made.file())));
    }

    @Test
    void packages_with_one_executable_name_get_a_call_each_and_their_own_program() {
        project.function("a/main").function("b/main").function("c/Main").function("d/x/v2");
        List<BuiltExecutable> built = build();
        assertThat(project.lines).contains("Compiling 4 executables with 3 calls of go build");
        assertThat(built)
                .extracting(made -> made.function() + " " + made.goPackage())
                .containsExactly(
                        "a example.com/shop/a/main",
                        "b example.com/shop/b/main",
                        "c example.com/shop/c/Main",
                        "v2 example.com/shop/d/x/v2");
        assertThat(built).extracting(BuiltExecutable::sha256).doesNotHaveDuplicates();
    }

    @Test
    void an_architecture_more_is_an_executable_more() {
        project.function("cmd/orders");
        List<BuiltExecutable> built = build(
                GoProject.spec("orders", new FunctionSource.Discovered(), Architecture.X86_64, Architecture.ARM64));
        assertThat(built)
                .extracting(made -> output.relativize(made.file()).toString())
                .containsExactly("bin/x86_64/orders", "bin/arm64/orders");
    }

    @Test
    void a_failed_compile_says_the_first_error_and_changes_no_executable() throws IOException {
        project.function("cmd/orders").function("cmd/audit");
        build();
        Map<Path, FileTime> before = times();
        project.file("cmd/orders/main.go", GoProject.FUNCTION.replace("nil", "undefined, x"));
        Problem problem = problem();
        assertThat(problem.kind()).isEqualTo(Problem.Kind.INPUT);
        assertThat(problem.what()).isEqualTo("go: cmd/orders/main.go:5:28: undefined: undefined");
        assertThat(problem.where()).isEqualTo(project.root.toString());
        assertThat(problem.fix())
                .startsWith("correct the Go source; by hand: cd " + project.root + " && CGO_ENABLED=0 GOARCH=amd64 ")
                .contains("go build -trimpath -buildvcs=false -tags=lambda.norpc '-ldflags=-s -w' -o ")
                .endsWith(" ./cmd/audit ./cmd/orders");
        assertThat(project.lines).contains("cmd/orders/main.go:5:28: undefined: undefined");
        assertThat(times()).containsAllEntriesOf(before);
    }

    @Test
    void a_function_that_links_no_client_is_told_in_every_build() {
        project.file(
                "cmd/orders/main.go",
                "package main\n\nimport \"github.com/aws/aws-lambda-go/lambda\"\n\nfunc main() { lambda.Nothing() }\n");
        String warning = "WARN Function orders links no Runtime API client: the text /runtime/invocation/ is not in"
                + " target/lambda/bin/x86_64/orders, so on Lambda it would start and never ask for work";
        build();
        assertThat(project.lines).contains(warning);
        project.lines.clear();
        build();
        assertThat(project.lines).contains(warning);
    }

    @Test
    void vendored_and_replaced_and_embedded_code_is_built_in_place() {
        project.file("cmd/orders/main.go", """
                        package main

                        import (
                        	_ "embed"

                        	"example.com/lib"
                        	"github.com/aws/aws-lambda-go/lambda"
                        )

                        //go:embed text.txt
                        var text string

                        func main() { lambda.Start(lib.Say(text)) }
                        """)
                .file("cmd/orders/text.txt", "hello")
                .file("../lib/go.mod", "module example.com/lib\n\ngo 1.21\n")
                .file("../lib/lib.go", "package lib\n\nfunc Say(s string) string { return s }\n")
                .file("go.mod", """
                        module example.com/shop

                        go 1.21

                        require (
                        	example.com/lib v1.0.0
                        	github.com/aws/aws-lambda-go v1.55.1
                        )

                        replace example.com/lib => ../lib
                        """)
                .file("vendor/modules.txt", """
                        # example.com/lib v1.0.0 => ../lib
                        ## explicit; go 1.21
                        example.com/lib
                        # github.com/aws/aws-lambda-go v1.55.1
                        ## explicit; go 1.21
                        github.com/aws/aws-lambda-go/lambda
                        # example.com/lib => ../lib
                        """)
                .file("vendor/example.com/lib/lib.go", "package lib\n\nfunc Say(s string) string { return s }\n")
                .file("vendor/github.com/aws/aws-lambda-go/lambda/l.go", """
                        package lambda

                        func Start(x any) { println("/2018-06-01/runtime/invocation/next") }
                        """);
        assertThat(build()).hasSize(1);
    }

    @Test
    void the_commands_of_a_dry_run_can_be_pasted_into_a_shell() {
        project.function("cmd/orders");
        GoSettings settings = project.settings();
        assertThat(goBuild(settings).commands(plan(settings)))
                .singleElement()
                .asString()
                .matches(
                        "cd \\S+/shop && CGO_ENABLED=0 GOARCH=amd64 GOOS=linux GOPROXY=off GOTOOLCHAIN=local \\S+/go build"
                                + " -trimpath -buildvcs=false -tags=lambda.norpc '-ldflags=-s -w'"
                                + " -o \\S+/target/lambda/go/amd64/'?~'?/0/'? ./cmd/orders");
        assertThat(output).doesNotExist();
    }

    @Test
    void a_flag_that_leads_the_executable_elsewhere_is_found_out() {
        project.function("cmd/orders").function("cmd/audit");
        GoSettings settings = withArguments("-n");
        assertThat(catchThrowableOfType(
                                ProblemException.class, () -> goBuild(settings).build(plan(settings)))
                        .problems()
                        .get(0)
                        .what())
                .isEqualTo("go build succeeded and made no executable for function 'audit'");
    }

    @Test
    void a_program_under_the_name_of_another_is_found_out() {
        project.function("cmd/orders").function("cmd/audit");
        Path orders = build().get(1).file();
        MainPackage audit = plan(project.settings()).get(0).main();
        assertThat(catchThrowableOfType(ProblemException.class, () -> ExecutableProof.of(orders, audit))
                        .problems())
                .containsExactly(new Problem(
                        Problem.Kind.INPUT,
                        "go build made something else than the program of example.com/shop/cmd/audit: it was built from"
                                + " example.com/shop/cmd/orders",
                        orders.toString(),
                        "",
                        "remove -o, -buildmode and the like from <go><arguments> and GOFLAGS, then mvn clean",
                        "reference/build.md#what-is-run"));
    }

    @Test
    void what_is_no_program_at_all_is_found_out() throws IOException {
        project.function("cmd/orders");
        Path text = Files.writeString(folder.resolve("text"), "no program");
        MainPackage orders = plan(project.settings()).get(0).main();
        assertThat(catchThrowableOfType(ProblemException.class, () -> ExecutableProof.of(text, orders)))
                .hasMessage("go build made something else than the program of example.com/shop/cmd/orders: it is no ELF"
                        + " executable");
    }

    private GoSettings withArguments(String argument) {
        GoSettings.Flags flags = new GoSettings.Flags(List.of(), true, "", true, false, List.of(argument), Map.of());
        GoSettings settings = project.settings();
        return new GoSettings(
                settings.executable(), settings.directory(), List.of(), List.of(), settings.clients(), flags);
    }

    private List<BuiltExecutable> build(FunctionSpec... specs) {
        GoSettings settings = project.settings();
        return goBuild(settings).build(plan(settings, specs));
    }

    private Problem problem() {
        return catchThrowableOfType(ProblemException.class, this::build)
                .problems()
                .get(0);
    }

    private GoBuild goBuild(GoSettings settings) {
        return new GoBuild(
                project.commands(settings), new GoBuild.Place(project.root, output), new Workers(2), project.log());
    }

    private List<GoFunction> plan(GoSettings settings, FunctionSpec... specs) {
        Problems problems = new Problems();
        List<GoFunction> functions = project.finder(project.settings())
                .find(project.request(settings, specs), problems)
                .functions();
        problems.throwIfAny();
        return functions;
    }

    private Map<Path, FileTime> times() throws IOException {
        Map<Path, FileTime> times = new TreeMap<>();
        try (Stream<Path> files = Files.walk(output)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                times.put(file, Files.getLastModifiedTime(file));
            }
        }
        return times;
    }
}
