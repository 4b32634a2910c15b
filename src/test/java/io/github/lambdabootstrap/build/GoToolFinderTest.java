package io.github.lambdabootstrap.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.lambdabootstrap.problem.Problem;
import io.github.lambdabootstrap.problem.ProblemException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoToolFinderTest {

    @TempDir
    private Path folder;

    private Path configured;
    private Path toolchain;
    private Path goroot;
    private Path onPath;

    @BeforeEach
    void install_go_in_four_places() throws IOException {
        configured = install("configured/go");
        toolchain = install("toolchain/bin/go");
        goroot = install("goroot/bin/go");
        onPath = install("path/go");
    }

    @Test
    void the_configured_one_comes_first() {
        assertThat(finder(configured.toString(), home(toolchain), both()).find())
                .isEqualTo(new GoTool(configured, "lambda.go.executable"));
    }

    @Test
    void a_name_is_looked_for_on_the_path() throws IOException {
        Path special = install("path/go1.99");
        assertThat(finder("go1.99", home(toolchain), both()).find())
                .isEqualTo(new GoTool(special, "lambda.go.executable"));
    }

    @Test
    void then_the_toolchain() {
        assertThat(finder(null, home(toolchain), both()).find()).isEqualTo(new GoTool(toolchain, "toolchains.xml"));
    }

    @Test
    void then_goroot() {
        assertThat(finder(null, null, both()).find()).isEqualTo(new GoTool(goroot, "GOROOT"));
    }

    @Test
    void then_the_path() {
        String path = folder.resolve("nowhere") + File.pathSeparator + onPath.getParent();
        assertThat(finder(null, null, Map.of("PATH", path, "GOROOT", folder.toString()))
                        .find())
                .isEqualTo(new GoTool(onPath, "PATH"));
    }

    @Test
    void a_file_that_cannot_be_run_is_no_tool() throws IOException {
        assertThat(onPath.toFile().setExecutable(false)).isTrue();
        Problem problem =
                problem(finder(null, null, Map.of("PATH", onPath.getParent().toString())));
        assertThat(problem)
                .isEqualTo(new Problem(
                        Problem.Kind.ENVIRONMENT,
                        "Go was not found",
                        "looked in lambda.go.executable: not set; toolchains.xml: no toolchain of type go; GOROOT: not set;"
                                + " PATH: no go in 1 folders",
                        "a function of this module is a Go package",
                        "install Go (https://go.dev/dl), or give -Dlambda.go.executable=/path/to/go, or <executable> for a"
                                + " function that something else builds",
                        "reference/build.md#finding-go"));
    }

    @Test
    void a_wrong_configuration_is_no_reason_to_take_another() {
        Problem problem = problem(finder(folder.resolve("none/go").toString(), null, both()));
        assertThat(problem)
                .isEqualTo(new Problem(
                        Problem.Kind.INPUT,
                        "there is no go command at '" + folder.resolve("none/go") + "'",
                        "lambda.go.executable",
                        "",
                        "correct lambda.go.executable, or remove it to use GOROOT or PATH",
                        "reference/build.md#finding-go"));
    }

    @Test
    void a_wrong_toolchain_is_no_reason_to_take_another() {
        assertThat(problem(finder(null, folder.resolve("none"), both())).what())
                .isEqualTo("there is no go command at '" + folder.resolve("none") + "'");
    }

    private Map<String, String> both() {
        return Map.of(
                "GOROOT", home(goroot).toString(), "PATH", onPath.getParent().toString());
    }

    private static Path home(Path go) {
        return go.getParent().getParent();
    }

    private static GoToolFinder finder(String configured, Path toolchain, Map<String, String> environment) {
        return new GoToolFinder(Optional.ofNullable(configured), Optional.ofNullable(toolchain), environment);
    }

    private static Problem problem(GoToolFinder finder) {
        return catchThrowableOfType(ProblemException.class, finder::find)
                .problems()
                .get(0);
    }

    private Path install(String path) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }
}
