package io.github.lambdabootstrap.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveSelectionTest {

    @TempDir
    Path base;

    @BeforeEach
    void fill() throws IOException {
        for (String file : List.of("b.zip", "a.zip", "notes.txt", "dist/c.zip", "dist/x/d.zip", "dist/x/y/e.zip")) {
            Path path = base.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, file);
        }
    }

    @Test
    void a_file_is_itself_whatever_its_name() {
        assertThat(files("notes.txt")).containsExactly("notes.txt");
    }

    @Test
    void a_folder_is_the_zips_directly_in_it_by_name() {
        assertThat(files(".")).containsExactly("a.zip", "b.zip");
        assertThat(files("dist")).containsExactly("dist/c.zip");
        assertThat(files("dist/")).containsExactly("dist/c.zip");
    }

    @Test
    void a_pattern_reaches_as_deep_as_it_says() {
        assertThat(files("dist/**/*.zip")).containsExactly("dist/c.zip", "dist/x/d.zip", "dist/x/y/e.zip");
        assertThat(files("dist/*/*.zip")).containsExactly("dist/x/d.zip");
        assertThat(files("?.zip")).containsExactly("a.zip", "b.zip");
        assertThat(files("**/*.zip")).hasSize(5);
    }

    @Test
    void an_absolute_path_works_in_every_form() {
        assertThat(files(base.resolve("dist").toString())).containsExactly("dist/c.zip");
        assertThat(files(base.resolve("dist/*.zip").toString())).containsExactly("dist/c.zip");
    }

    @Test
    void the_order_of_the_list_is_kept_and_each_file_comes_once() {
        assertThat(files("dist/x/d.zip", "b.zip", ".", "dist/**/*.zip"))
                .containsExactly("dist/x/d.zip", "b.zip", "a.zip", "dist/c.zip", "dist/x/y/e.zip");
    }

    @Test
    void a_linked_folder_is_looked_into() throws IOException {
        Files.createSymbolicLink(base.resolve("linked"), base.resolve("dist"));
        assertThat(files("linked")).containsExactly("linked/c.zip");
    }

    @Test
    void a_directory_called_zip_is_taken_so_that_somebody_says_what_it_is() throws IOException {
        Files.createDirectories(base.resolve("dist/folder.zip"));
        assertThat(files("dist")).containsExactly("dist/c.zip", "dist/folder.zip");
    }

    @Test
    void a_name_with_a_wildcard_that_exists_is_a_name() throws IOException {
        Files.writeString(base.resolve("what?.zip"), "");
        Files.writeString(base.resolve("whats.zip"), "");
        assertThat(files("what?.zip")).containsExactly("what?.zip");
    }

    @Test
    void what_matches_nothing_is_a_problem_and_the_rest_is_found() {
        ArchiveSelection selection =
                ArchiveSelection.of(List.of("none.zip", "a.zip", "no/*.zip", "dist/x/*.jar", "dist/x/y/.."), base);
        assertThat(selection.files())
                .extracting(p -> p.getFileName().toString())
                .containsExactly("a.zip", "d.zip");
        assertThat(selection.problems())
                .extracting(PathProblem::path, PathProblem::message)
                .containsExactly(
                        tuple("none.zip", "'none.zip' does not exist"),
                        tuple("no/*.zip", "no file matches 'no/*.zip'"),
                        tuple("dist/x/*.jar", "no file matches 'dist/x/*.jar'"));
        assertThat(selection.problems())
                .extracting(PathProblem::fix)
                .containsOnly(
                        "name an existing zip file, a folder with *.zip files in it, or a pattern such as dist/**/*.zip");
    }

    @Test
    void a_folder_without_zips_says_that_depth_needs_a_pattern() throws IOException {
        Files.createDirectories(base.resolve("empty"));
        assertThat(ArchiveSelection.of(List.of("empty"), base).problems())
                .extracting(PathProblem::message)
                .containsExactly("no file matches 'empty': the folder has no *.zip directly in it");
    }

    @Test
    void a_path_that_is_none_is_a_problem() {
        assertThat(ArchiveSelection.of(List.of("a\0b"), base).problems())
                .extracting(PathProblem::message)
                .containsExactly("'a\\0b' is not a path: Nul character not allowed");
    }

    private List<String> files(String... paths) {
        ArchiveSelection selection = ArchiveSelection.of(List.of(paths), base);
        assertThat(selection.problems()).isEmpty();
        return selection.files().stream()
                .map(file -> base.relativize(file).toString().replace('\\', '/'))
                .toList();
    }
}
