package io.github.lambdabootstrap.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntryPathTest {

    @ParameterizedTest
    @ValueSource(strings = {"/a", "a/", "a//b", ".", "./a", "a/.", "..", "../a", "a/../b", "a\0b"})
    void a_path_that_could_leave_the_archive_cannot_be_made(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EntryPath.of(text))
                .withMessage("not a path inside an archive: " + text);
    }

    @ParameterizedTest(name = "{0} lands at {1}")
    @CsvSource({
        "bootstrap, bootstrap",
        "./bootstrap, bootstrap",
        "/bootstrap, bootstrap",
        "//a///b/, a/b",
        "a/../bootstrap, bootstrap",
        "../../bootstrap, bootstrap",
        "a/../../../b, b",
        "a\\b, a\\b",
        "'', ''",
        "/, ''",
        ".., ''",
    })
    void every_name_lands_inside_the_archive(String name, String path) {
        assertThat(EntryPath.clamped(name)).isEqualTo(EntryPath.of(path));
    }

    @Test
    void a_name_ends_at_its_first_nul() {
        assertThat(EntryPath.clamped("bootstrap\0.txt")).isEqualTo(EntryPath.of("bootstrap"));
    }

    @Test
    void a_path_knows_its_parents_up_to_the_root() {
        EntryPath path = EntryPath.of("a/b/c");

        assertThat(path.fileName()).isEqualTo("c");
        assertThat(path.parent()).contains(EntryPath.of("a/b"));
        assertThat(EntryPath.of("a").parent()).contains(EntryPath.ROOT);
        assertThat(EntryPath.ROOT.parent()).isEmpty();
        assertThat(EntryPath.ROOT.child("a").child("b")).isEqualTo(EntryPath.of("a/b"));
    }
}
