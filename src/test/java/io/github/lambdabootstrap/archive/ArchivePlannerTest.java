package io.github.lambdabootstrap.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.lambdabootstrap.bundle.ModulePlanner;
import io.github.lambdabootstrap.model.Architecture;
import io.github.lambdabootstrap.model.FunctionName;
import io.github.lambdabootstrap.model.IncludeSpec;
import io.github.lambdabootstrap.model.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchivePlannerTest {

    @TempDir
    Path folder;

    private PackagingFixture in;
    private Path program;

    @BeforeEach
    void a_project_with_a_program() throws IOException {
        in = new PackagingFixture(folder);
        program = in.file("orders", PackagingFixture.ELF_START);
    }

    @Test
    void the_executable_is_the_archives_bootstrap_and_may_be_started() {
        ArchivePlan plan = in.plan(in.target("orders", program));

        assertThat(plan.name()).isEqualTo("orders");
        assertThat(plan.file()).isEqualTo(in.output.resolve("orders.zip"));
        assertThat(plan.functions()).containsExactly(new FunctionName("orders"));
        assertThat(plan.entries()).containsExactly(new PlannedEntry(EntryPath.of("bootstrap"), program, true));
    }

    @Test
    void an_executable_behind_a_link_is_followed() throws IOException {
        Path link = Files.createSymbolicLink(in.project.resolve("link"), program);

        assertThat(in.plan(in.target("orders", link)).entries())
                .extracting(PlannedEntry::source)
                .containsExactly(new EntrySource.DiskFile(program));
    }

    @Test
    void a_file_goes_where_its_target_says() throws IOException {
        in.file("config/app.json", "{}");

        ArchivePlan plan = in.plan(
                in.target("orders", program),
                in.include("config/app.json", ""),
                in.include("config/app.json", "etc/"),
                in.include("config/app.json", "etc/orders.json"));

        assertThat(names(plan)).containsExactly("app.json", "bootstrap", "etc/app.json", "etc/orders.json");
    }

    @Test
    void a_directory_goes_below_its_target_as_far_as_the_patterns_choose() throws IOException {
        in.file("assets/a.txt", "a");
        in.file("assets/deep/b.txt", "b");
        in.file("assets/deep/c.md", "c");
        in.file("assets/deep/secret.txt", "s");

        ArchivePlan plan = in.plan(
                in.target("orders", program),
                in.folder("assets", "", List.of("**/*.txt"), List.of("**/secret.*")),
                in.folder("assets", "all/"),
                in.folder("assets", "top", List.of("*"), List.of()));

        assertThat(names(plan))
                .containsExactly(
                        "a.txt",
                        "all/a.txt",
                        "all/deep/b.txt",
                        "all/deep/c.md",
                        "all/deep/secret.txt",
                        "bootstrap",
                        "deep/b.txt",
                        "top/a.txt");
    }

    @Test
    void the_first_bytes_decide_whether_a_file_may_be_started_unless_the_pom_does() throws IOException {
        in.file("bin/elf", PackagingFixture.ELF_START);
        in.file("bin/script", "#!/bin/sh\n");
        Path marked = in.file("bin/text", "hello");
        in.file("bin/empty", "");
        in.file("bin/hash", "#");
        assertThat(marked.toFile().setExecutable(true)).isTrue();
        IncludeSpec text = in.include("bin/text", "declared");
        IncludeSpec script = in.include("bin/script", "plain");

        ArchivePlan plan = in.plan(
                in.target("orders", program), in.folder("bin", "bin"), withMode(text, true), withMode(script, false));

        assertThat(plan.entries())
                .extracting(entry -> entry.path().text(), entry -> entry.mode().toString())
                .containsExactly(
                        tuple("bin/elf", "0755"),
                        tuple("bin/empty", "0644"),
                        tuple("bin/hash", "0644"),
                        tuple("bin/script", "0755"),
                        tuple("bin/text", "0644"),
                        tuple("bootstrap", "0755"),
                        tuple("declared", "0755"),
                        tuple("plain", "0644"));
    }

    @Test
    void a_functions_own_file_wins_over_that_of_all_functions_and_says_so() throws IOException {
        in.file("all.json", "all");
        Path own = in.file("own.json", "own");

        ArchivePlan plan = in.plan(
                in.target("orders", program, in.include("own.json", "config.json")),
                in.include("all.json", "config.json"));

        assertThat(plan.entries()).contains(new PlannedEntry(EntryPath.of("config.json"), own, false));
        assertThat(in.lines.all())
                .containsExactly("INFO Function orders has its own 'config.json' in place of that of all functions");
    }

    @Test
    void links_are_followed_to_files_and_folders_of_the_project() throws IOException {
        Path real = in.file("shared/deep/real.txt", "real");
        Files.createDirectories(in.project.resolve("assets"));
        Files.createSymbolicLink(in.project.resolve("assets/file.txt"), real);
        Files.createSymbolicLink(in.project.resolve("assets/folder"), in.project.resolve("shared"));

        ArchivePlan plan = in.plan(in.target("orders", program), in.folder("assets", ""));

        assertThat(plan.entries())
                .contains(
                        new PlannedEntry(EntryPath.of("file.txt"), real, false),
                        new PlannedEntry(EntryPath.of("folder/deep/real.txt"), real, false));
    }

    @Test
    void a_folder_around_the_output_gives_nothing_of_the_output() throws IOException {
        in.file("target/lambda/orders.zip", "an earlier run");

        assertThat(names(in.plan(in.target("orders", program), in.folder("", "all"))))
                .containsExactly("all/orders", "bootstrap");
    }

    @Test
    void a_link_that_leaves_the_project_is_refused_unless_allowed(@TempDir Path outside) throws IOException {
        Path secret = Files.writeString(outside.toRealPath().resolve("secret"), "s");
        Files.createDirectories(in.project.resolve("assets"));
        Files.createSymbolicLink(in.project.resolve("assets/link"), secret);

        in.plan(List.of(in.target("orders", program)), in.folder("assets", ""));
        assertThat(in.messages())
                .containsExactly("the include 'PROJECT/assets/link' is a symbolic link that ends outside of the"
                        + " project, at '" + secret + "' (pom.xml <includes>) -> copy the file into the project, or"
                        + " allow such links with -Dlambda.linksMayLeaveProject=true");

        PackagingFixture again = new PackagingFixture(folder);
        List<ArchivePlan> allowed = new ModulePlanner(again.planner("{name}", true))
                .plan(
                        List.of(again.target("orders", program)),
                        List.of(),
                        List.of(again.folder("assets", "")),
                        again.problems);
        assertThat(again.messages()).isEmpty();
        assertThat(allowed.get(0).entries())
                .extracting(PlannedEntry::source)
                .contains(new EntrySource.DiskFile(secret));
    }

    @Test
    void a_link_of_the_project_to_a_folder_outside_is_refused_too(@TempDir Path outside) throws IOException {
        Files.writeString(outside.resolve("secret"), "s");
        Files.createSymbolicLink(in.project.resolve("assets"), outside);

        in.plan(List.of(in.target("orders", program)), in.folder("assets", ""));

        assertThat(in.messages()).singleElement().asString().contains("'PROJECT/assets/secret' is a symbolic link");
    }

    @Test
    void what_the_pom_names_outside_of_the_project_is_taken_from_there(@TempDir Path outside) throws IOException {
        Files.writeString(outside.resolve("shared.txt"), "s");
        Files.writeString(outside.resolve("behind.txt"), "s");
        Files.createSymbolicLink(outside.resolve("link.txt"), outside.resolve("behind.txt"));

        ArchivePlan plan = in.plan(
                in.target("orders", program),
                in.include(outside.resolve("link.txt").toString(), "file.txt"),
                in.folder(outside.toString(), "folder/"));

        assertThat(names(plan))
                .containsExactly("bootstrap", "file.txt", "folder/behind.txt", "folder/link.txt", "folder/shared.txt");
    }

    @Test
    void all_problems_of_all_functions_are_found_in_one_run() throws IOException {
        in.file("config.json", "{}");
        in.file("other.json", "{}");
        in.file("sub/file", "x");
        Files.createDirectories(in.project.resolve("empty"));
        Files.createSymbolicLink(in.project.resolve("sub/dangling"), in.project.resolve("nowhere"));

        List<ArchivePlan> plans = in.plan(
                List.of(
                        in.target("orders", in.project.resolve("missing")),
                        in.target(
                                "audit",
                                in.project.resolve("sub"),
                                in.include("config.json", "a"),
                                in.include("other.json", "a")),
                        in.target("good", program, in.include("config.json", "sub"))),
                in.include("config.json", "bootstrap"),
                in.include("config.json", "bootstrap/config.json"),
                in.include("config.json", "../config.json"),
                in.include("missing.json", ""),
                in.include("sub", ""),
                in.folder("config.json", ""),
                in.folder("empty", ""),
                in.folder("sub", "sub"));

        assertThat(plans).isEmpty();
        assertThat(in.messages())
                .containsExactly(
                        "the include target '../config.json' is no path inside the archive (pom.xml <includes>); Lambda"
                                + " unpacks the archive into /var/task and has no place for it elsewhere -> give a"
                                + " relative path with forward slashes and without . or .., such as config/app.json",
                        "the include 'PROJECT/missing.json' does not exist (pom.xml <includes>) -> create it before"
                                + " the package phase, or correct its path",
                        "the include 'PROJECT/sub' is a directory (pom.xml <includes>) -> name it with <directory>",
                        "the include 'PROJECT/config.json' is no directory (pom.xml <includes>) -> name it with"
                                + " <file>",
                        "the include of 'PROJECT/empty' takes no file (pom.xml <includes>) -> correct its <includes>"
                                + " and <excludes>, or remove it",
                        "the include 'PROJECT/sub/dangling' is a symbolic link to nothing (pom.xml <includes>) ->"
                                + " restore what it points to, or exclude the link",
                        "function 'orders' has no executable: 'PROJECT/missing' does not exist (pom.xml"
                                + " <functions><function>orders) -> build it before the package phase, or correct its"
                                + " <executable>",
                        "the include 'PROJECT/config.json' would be 'bootstrap' in the archive, where the function's"
                                + " executable is (pom.xml <includes>); Lambda starts /var/task/bootstrap -> give it"
                                + " another <target>; to name the executable use <function><executable>",
                        "the include 'PROJECT/config.json' would be 'bootstrap/config.json' in the archive, where the"
                                + " function's executable is (pom.xml <includes>); Lambda starts /var/task/bootstrap"
                                + " -> give it another <target>; to name the executable use <function><executable>",
                        "the executable of function 'audit' is a directory: 'PROJECT/sub' (pom.xml"
                                + " <functions><function>audit) -> name the file in it with <executable>",
                        "two includes are 'a' in the archive: 'PROJECT/config.json' and 'PROJECT/other.json' (pom.xml"
                                + " <includes>) -> give one of them another <target>, or remove it",
                        "the include 'PROJECT/sub/file' would be 'sub/file' in the archive, where 'sub' is a file"
                                + " (pom.xml <includes>) -> give one of them another <target>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/x", "a//b", "./a", "a/../b", "a\\b", "..", "a/./b", "/"})
    void a_target_that_is_no_plain_path_is_refused(String target) throws IOException {
        in.file("config.json", "{}");

        in.plan(List.of(in.target("orders", program)), in.include("config.json", target));

        assertThat(in.messages()).singleElement().asString().contains("is no path inside the archive");
    }

    @Test
    void links_that_form_a_loop_are_a_problem_not_an_endless_walk() throws IOException {
        Files.createDirectories(in.project.resolve("loop/inner"));
        Files.createSymbolicLink(in.project.resolve("loop/inner/back"), in.project.resolve("loop"));

        in.plan(List.of(in.target("orders", program)), in.folder("loop", ""));

        assertThat(in.messages())
                .containsExactly("the include 'PROJECT/loop' cannot be read:"
                        + " java.nio.file.FileSystemLoopException: PROJECT/loop/inner/back (pom.xml <includes>) ->"
                        + " make it readable for the user that runs Maven, and remove links that form a loop");
    }

    @Test
    void an_executable_of_build_that_is_gone_names_the_goal_to_run() {
        FunctionTarget built = new FunctionTarget(
                new FunctionName("orders"),
                PackagingFixture.AL2023,
                Architecture.ARM64,
                true,
                in.project.resolve("gone"),
                Optional.of(Sha256.of(new byte[0])),
                Optional.of("cmd/orders"),
                List.of(),
                "function 'orders'");

        in.plan(List.of(built));

        assertThat(in.messages())
                .containsExactly("function 'orders' has no executable: 'PROJECT/gone' does not exist (function"
                        + " 'orders') -> run lambda-bootstrap:build again");
    }

    private static List<String> names(ArchivePlan plan) {
        return plan.entries().stream().map(entry -> entry.path().text()).toList();
    }

    private static IncludeSpec withMode(IncludeSpec spec, boolean executable) {
        return new IncludeSpec(
                spec.source(),
                spec.directory(),
                spec.includes(),
                spec.excludes(),
                spec.target(),
                Optional.of(executable),
                spec.where());
    }
}
