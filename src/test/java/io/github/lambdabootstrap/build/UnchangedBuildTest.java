package io.github.lambdabootstrap.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdabootstrap.model.Workers;
import io.github.lambdabootstrap.problem.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds a function with the real Go, changes one thing, and asks whether the build would be left out. */
class UnchangedBuildTest {

    @TempDir
    private Path folder;

    private GoProject project;
    private Path output;
    private Path inventory;

    @BeforeEach
    void make_a_module() throws IOException {
        project = new GoProject(folder).function("cmd/orders").cli("cmd/tool");
        project.file("_stub/go.mod", "module github.com/aws/aws-lambda-go\n\ngo 1.21\n");
        project.file("_stub/lambda/lambda.go", """
                package lambda

                import "os"

                func Start(handler any) { println(os.Getenv("API") + "/2018-06-01/runtime/invocation/next") }
                """);
        goMod("./_stub");
        output = project.root.resolve("target/lambda");
        inventory = output.resolve("executables.json");
        age();
    }

    @Test
    void nothing_changed_is_known_and_told_as_before() throws IOException {
        build("");
        List<String> before = List.copyOf(project.lines);
        project.lines.clear();
        assertThat(recalls("")).isTrue();
        assertThat(project.lines)
                .containsSubsequence(
                        before.stream().filter(line -> line.contains("unction")).toList())
                .endsWith("1 function up to date: nothing changed, Go was not called");
    }

    @Test
    void an_edited_file_is_built() throws IOException {
        build("");
        project.file("cmd/orders/main.go", GoProject.FUNCTION.replace("nil", "1.0"));
        age();
        assertThat(recalls("")).isFalse();
    }

    @Test
    void a_file_of_equal_size_and_another_time_is_built() throws IOException {
        build("");
        Path source = project.root.resolve("cmd/orders/main.go");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().minus(Duration.ofMinutes(1))));
        assertThat(recalls("")).isFalse();
    }

    @Test
    void a_new_file_is_built_also_where_only_an_embedding_package_reads_it() throws IOException {
        build("");
        project.file("cmd/orders/testdata/a.txt", "a");
        age();
        assertThat(recalls("")).isFalse();
    }

    @Test
    void a_removed_file_is_built() throws IOException {
        build("");
        Files.delete(project.root.resolve("cmd/tool/main.go"));
        assertThat(recalls("")).isFalse();
    }

    @Test
    void another_decision_is_built() throws IOException {
        build("tags=a");
        assertThat(recalls("tags=a")).isTrue();
        assertThat(recalls("tags=b")).isFalse();
    }

    @Test
    void a_removed_or_replaced_output_is_built() throws IOException {
        build("");
        Path executable = output.resolve("bin/x86_64/orders");
        byte[] bytes = Files.readAllBytes(executable);
        Files.delete(executable);
        assertThat(recalls("")).isFalse();
        Files.write(executable, bytes);
        assertThat(recalls("")).isFalse();
    }

    @Test
    void a_removed_inventory_is_built() throws IOException {
        build("");
        Files.delete(inventory);
        assertThat(recalls("")).isFalse();
    }

    @Test
    void another_go_is_built() throws IOException {
        build("");
        Path other = Files.writeString(folder.resolve("go"), "#!/bin/sh\n");
        assertThat(unchanged("").recall(new GoTool(other, "PATH"), project.log()))
                .isFalse();
    }

    @Test
    void a_damaged_memory_is_built() throws IOException {
        build("");
        for (String text : List.of("{", "", "null", "{}", "[]")) {
            Files.writeString(place().memory(), text);
            assertThat(recalls("")).as(text).isFalse();
        }
    }

    @Test
    void sources_written_just_now_are_not_trusted() throws IOException {
        project.file("cmd/orders/main.go", GoProject.FUNCTION);
        Files.setLastModifiedTime(
                project.root.resolve("cmd/orders/main.go"),
                FileTime.from(Instant.now().plusSeconds(600)));
        build("");
        assertThat(recalls("")).isFalse();
    }

    @Test
    void sources_outside_the_folder_are_not_trusted() throws IOException {
        goMod("../stub");
        age();
        build("");
        assertThat(recalls("")).isFalse();
    }

    private void goMod(String stub) {
        project.file(
                "go.mod",
                "module shop\n\ngo 1.21\n\nrequire github.com/aws/aws-lambda-go v1.55.1 // indirect\n\n"
                        + "replace github.com/aws/aws-lambda-go => " + stub + "\n");
    }

    private void age() throws IOException {
        try (Stream<Path> files = Files.walk(project.root)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(output))
                    .toList()) {
                FileTime old = FileTime.from(Instant.now().minus(Duration.ofHours(1)));
                if (Files.getLastModifiedTime(file)
                                .compareTo(FileTime.from(Instant.now().minusSeconds(60)))
                        > 0) {
                    Files.setLastModifiedTime(file, old);
                }
            }
        }
    }

    private void build(String decisions) throws IOException {
        UnchangedBuild unchanged = unchanged(decisions);
        GoSettings settings = project.settings();
        GoCommands go = project.commands(settings);
        GoBuild build = new GoBuild(go, new GoBuild.Place(project.root, output), new Workers(2), project.log());
        FunctionPlan plan = project.finder(settings).find(project.request(settings), new Problems());
        plan.tell(project.log());
        build.build(plan.functions());
        Files.writeString(inventory, "{}");
        unchanged.remember(plan, go, build);
    }

    private boolean recalls(String decisions) {
        GoToolFinder finder = new GoToolFinder(Optional.empty(), Optional.empty(), System.getenv());
        return unchanged(decisions).recall(finder.find(), project.log());
    }

    private UnchangedBuild unchanged(String decisions) {
        return new UnchangedBuild(
                place(), decisions, new GoModules(project.root, Set.of(project.root.resolve("target"))));
    }

    private UnchangedBuild.Place place() {
        return new UnchangedBuild.Place(output, "executables.json", "default");
    }
}
