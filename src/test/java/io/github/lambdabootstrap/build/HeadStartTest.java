package io.github.lambdabootstrap.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParseException;
import io.github.lambdabootstrap.model.Architecture;
import io.github.lambdabootstrap.model.BuiltExecutable;
import io.github.lambdabootstrap.model.Workers;
import io.github.lambdabootstrap.problem.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Counts the calls of the real Go, through a script that writes them down. */
class HeadStartTest {

    @TempDir
    private Path folder;

    private GoProject project;
    private Path made;
    private GoCommands go;

    @BeforeEach
    void make_a_module() throws IOException {
        project = new GoProject(folder).module("", "example.com/shop");
        made = folder.resolve("calls");
        Path real = new GoToolFinder(Optional.empty(), Optional.empty(), System.getenv())
                .find()
                .executable();
        Path script = Files.writeString(
                folder.resolve("go"), "#!/bin/sh\necho \"$1\" >> '" + made + "'\nexec '" + real + "' \"$@\"\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        go = new GoCommands(() -> new GoTool(script, "test"), project.settings().flags(), true, project.log());
    }

    @Test
    void what_the_last_build_did_is_begun_at_once_and_done_once() throws IOException {
        project.function("a/main").function("b/main").function("cmd/orders");
        List<BuiltExecutable> first = build();
        Files.delete(made);
        try (HeadStart early = goBuild().headStart()) {
            assertThat(early.call(command("./a/main", "./cmd/orders"))).isPresent();
        }
        assertThat(calls("list")).isZero();
        assertThat(calls("build")).isEqualTo(2);
        Files.delete(made);
        assertThat(build()).isEqualTo(first);
        assertThat(calls("build")).isEqualTo(2);
    }

    @Test
    void a_function_more_is_not_lost() throws IOException {
        project.function("cmd/audit");
        build();
        project.function("cmd/orders");
        assertThat(build())
                .extracting(executable -> executable.function().value())
                .containsExactly("audit", "orders");
        assertThat(calls("build")).isEqualTo(3);
    }

    @Test
    void a_function_that_is_gone_is_no_problem() throws IOException {
        project.function("cmd/audit").function("cmd/orders");
        build();
        Files.delete(project.root.resolve("cmd/audit/main.go"));
        project.lines.clear();
        assertThat(build())
                .extracting(executable -> executable.function().value())
                .containsExactly("orders");
        assertThat(project.lines).noneMatch(line -> line.contains("audit"));
    }

    @Test
    void one_core_is_enough() throws IOException {
        project.function("a/main").function("b/main").function("c/main");
        build(new Workers(1));
        assertThat(build(new Workers(1))).hasSize(3);
    }

    @Test
    void a_damaged_memory_is_none() throws IOException {
        project.function("cmd/orders");
        for (String text : List.of(
                "",
                "{",
                "null",
                "[null]",
                "[{}]",
                "[{\"module\":\"\\u0000\",\"path\":\"\",\"architecture\":\"X86_64\",\"folder\":\"\",\"packages\":[\".\"]}]",
                "[{\"module\":\"/none\",\"path\":\"\",\"architecture\":\"X86_64\",\"folder\":\"\",\"packages\":[\".\"]}]")) {
            Path memory = project.root.resolve("target/lambda/go/calls.json");
            Files.createDirectories(memory.getParent());
            Files.writeString(memory, text);
            assertThat(build()).as(text).hasSize(1);
        }
    }

    @Test
    void a_memory_holds_no_flags() {
        assertThatThrownBy(() -> new CallMemory.Call(
                        "/shop", "", true, Architecture.X86_64, 0, "/out", List.of("-toolexec=/tmp/evil")))
                .isInstanceOf(JsonParseException.class)
                .hasMessage("flags come from the configuration alone");
    }

    private Command command(String... packages) {
        GoModule module = new GoModule(project.root, "example.com/shop", true);
        Path out = project.root.resolve("target/lambda/go/amd64/~/0");
        return new CallFrame(module, Architecture.X86_64, out).command(go, List.of(packages));
    }

    private long calls(String verb) throws IOException {
        return Files.readAllLines(made).stream().filter(verb::equals).count();
    }

    private GoBuild goBuild() {
        return goBuild(new Workers(2));
    }

    private GoBuild goBuild(Workers workers) {
        GoBuild.Place place = new GoBuild.Place(project.root, project.root.resolve("target/lambda"));
        return new GoBuild(go, place, workers, project.log());
    }

    private List<BuiltExecutable> build() {
        return build(new Workers(2));
    }

    private List<BuiltExecutable> build(Workers workers) {
        GoBuild build = goBuild(workers);
        try (HeadStart early = build.headStart()) {
            GoList list = new GoList(go, project.settings().clients(), project.log());
            Problems problems = new Problems();
            List<GoFunction> functions = new FunctionFinder(list, workers)
                    .find(project.request(project.settings()), problems)
                    .functions();
            problems.throwIfAny();
            return build.build(functions, early);
        }
    }
}
