package io.github.lambdabootstrap.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceStampTest {

    @TempDir
    private Path folder;

    private Path module;
    private Path output;

    @BeforeEach
    void make_a_module() throws IOException {
        module = Files.createDirectories(folder.toRealPath().resolve("work/module"));
        output = Files.createDirectories(module.resolve("target/lambda"));
        file("go.mod", "module shop\n\ngo 1.21\n");
        file("main.go", "package main\n\nfunc main() {}\n");
    }

    @Test
    void equal_files_have_equal_stamps_that_can_be_relied_on() throws IOException {
        SourceStamp before = stamp();
        assertThat(before.reliable()).isTrue();
        assertThat(stamp()).isEqualTo(before);
    }

    @Test
    void a_new_folder_with_a_main_is_seen() throws IOException {
        SourceStamp before = stamp();
        file("cmd/audit/main.go", "package main\n\nfunc main() {}\n");
        assertThat(stamp().digest()).isNotEqualTo(before.digest());
    }

    @Test
    void what_the_build_writes_and_what_git_keeps_does_not_count() throws IOException {
        SourceStamp before = stamp();
        file("target/lambda/orders", "new");
        file(".git/HEAD", "new");
        assertThat(stamp()).isEqualTo(before);
    }

    @Test
    void a_file_written_within_the_clocks_tick_is_in_doubt() throws IOException {
        Path source = file("main.go", "package main\n");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().minusMillis(1500)));
        assertThat(stamp().reliable()).isFalse();
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().minusSeconds(3)));
        assertThat(stamp().reliable()).isTrue();
    }

    @Test
    void a_workspace_above_takes_in_what_is_not_looked_at() throws IOException {
        Files.writeString(module.getParent().resolve("go.work"), "go 1.21\n");
        assertThat(stamp().reliable()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "replace a.example/x => ../x",
                "replace a.example/x v1.0.0 => \"../x\"",
                "replace (\n\ta.example/x => /elsewhere/x\n)",
                "replace a.example/x => ./a/../../x",
                "replace a.example/x => ./target/lambda/x",
                "replace a.example/x => ./.git/x",
                "replace a.example/x => .."
            })
    void a_replacement_that_is_not_looked_at_is_in_doubt(String replacement) throws IOException {
        file("go.mod", "module shop\n" + replacement + "\n");
        assertThat(stamp().reliable()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "replace a.example/x => ./x",
                "replace a.example/x => ./a/../x",
                "replace a.example/x => b.example/x v1.0.0",
                "// replace a.example/x => ../x"
            })
    void a_replacement_within_the_folder_is_looked_at(String replacement) throws IOException {
        file("go.mod", "module shop\n" + replacement + "\n");
        assertThat(stamp().reliable()).isTrue();
    }

    @Test
    void a_module_or_workspace_further_down_counts_as_well() throws IOException {
        file("tools/go.mod", "module tools\n\nreplace a.example/x => ../../x\n");
        assertThat(stamp().reliable()).isFalse();
        file("tools/go.mod", "module tools\n\nreplace a.example/x => ../x\n");
        file("go.work", "go 1.21\n\nuse ../other\n");
        assertThat(stamp().reliable()).isFalse();
    }

    @Test
    void a_linked_file_is_seen_where_it_leads() throws IOException {
        Path elsewhere = Files.writeString(folder.resolve("shared.txt"), "a");
        age(elsewhere);
        Files.createSymbolicLink(module.resolve("shared.txt"), elsewhere);
        SourceStamp before = stamp();
        assertThat(before.reliable()).isTrue();
        Files.writeString(elsewhere, "longer");
        age(elsewhere);
        assertThat(stamp().digest()).isNotEqualTo(before.digest());
    }

    @Test
    void a_linked_folder_is_in_doubt() throws IOException {
        Files.createSymbolicLink(module.resolve("shared"), folder);
        assertThat(stamp().reliable()).isFalse();
    }

    @Test
    void a_link_that_leads_nowhere_is_no_reason_for_doubt_until_it_leads_somewhere() throws IOException {
        Path nowhere = folder.resolve("nowhere");
        Files.createSymbolicLink(module.resolve(".#main.go"), nowhere);
        SourceStamp before = stamp();
        assertThat(before.reliable()).isTrue();
        age(Files.writeString(nowhere, "package main\n"));
        assertThat(stamp().digest()).isNotEqualTo(before.digest());
    }

    @Test
    void a_package_that_may_embed_the_builds_own_output_is_in_doubt() throws IOException {
        file("target/assets.go", "package target\n\nimport _ \"embed\"\n\n//go:embed lambda\nvar assets string\n");
        assertThat(stamp().reliable()).isFalse();
    }

    private SourceStamp stamp() throws IOException {
        return SourceStamp.of(module, Set.of(output));
    }

    private Path file(String name, String text) throws IOException {
        Path file = module.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        age(file);
        return file;
    }

    private static void age(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofHours(1))));
    }
}
