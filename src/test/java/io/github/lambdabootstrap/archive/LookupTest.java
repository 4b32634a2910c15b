package io.github.lambdabootstrap.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LookupTest {

    @TempDir
    Path folder;

    static Stream<Arguments> ways() {
        return Stream.of(
                arguments("bootstrap", file("bootstrap"), "file bootstrap"),
                arguments("./bin//x", file("bin/x"), "file bin/x"),
                arguments("/var/task/bootstrap", file("bootstrap"), "file bootstrap"),
                arguments("bootstrap", file("./bootstrap"), "file ./bootstrap"),
                arguments("bootstrap", file("Bootstrap"), "absent bootstrap"),
                arguments("bin", file("bin/x"), "directory bin"),
                arguments("bin", file("bin/x").directory("bin/"), "directory bin through bin/"),
                arguments("bin/", file("bin/x"), "directory bin"),
                arguments(".", file("bootstrap"), "directory "),
                arguments("bootstrap/", file("bootstrap"), "bootstrap is no directory"),
                arguments("bootstrap/x", file("bootstrap"), "bootstrap is no directory"),
                arguments("a/../bootstrap", file("bootstrap"), "absent a"),
                arguments("bin/../bootstrap", file("bin/x").file("bootstrap", ""), "file bootstrap"),
                arguments("boot\0strap", file("boot"), "absent boot"),
                arguments("bootstrap", link("bootstrap", "orders").file("orders", ""), "file orders via bootstrap"),
                arguments(
                        "bootstrap",
                        link("bootstrap", "a")
                                .symlink("a", "./b")
                                .symlink("b", "bin/c")
                                .file("bin/c", ""),
                        "file bin/c via bootstrap a b"),
                arguments("bootstrap", link("bootstrap", "/var/task/x").file("x", ""), "file x via bootstrap"),
                arguments("bootstrap", link("bootstrap", "../task/x").file("x", ""), "file x via bootstrap"),
                arguments("bootstrap", link("bootstrap", "/usr/../var/task/x").file("x", ""), "file x via bootstrap"),
                arguments("d/x", link("d", "bin").file("bin/x", ""), "file bin/x via d"),
                arguments("bin/l", file("bin/x").symlink("bin/l", "../y").file("y", ""), "file y via bin/l"),
                arguments("d/../y", link("d", "a/b").file("a/b/x", "").file("a/y", ""), "file a/y via d"),
                arguments("d", link("d", "bin").file("bin/x", ""), "directory bin via d"),
                arguments("bootstrap", link("bootstrap", "nothing"), "absent nothing via bootstrap"),
                arguments("bootstrap", link("bootstrap", "x/y").file("x", ""), "x is no directory via bootstrap"),
                arguments("bootstrap", link("bootstrap", "/opt/bootstrap"), "layer bootstrap via bootstrap"),
                arguments("/opt/bin/x", file("a"), "layer bin/x"),
                arguments("bootstrap", link("bootstrap", "../../usr/bin/env"), "outside /usr/bin/env via bootstrap"),
                arguments("bootstrap", link("bootstrap", "../tasks/x"), "outside /var/tasks/x via bootstrap"),
                arguments("/", file("a"), "outside /"),
                arguments("bootstrap", link("bootstrap", ""), "bootstrap is no link"),
                arguments("bootstrap", link("bootstrap", "a\0b"), "bootstrap is no link"),
                arguments("bootstrap", link("bootstrap", "x").encrypted().file("x", ""), "bootstrap is no link"),
                arguments("bootstrap", link("bootstrap", "x").offset(9999).file("x", ""), "bootstrap is no link"),
                arguments("bootstrap", link("bootstrap", "x".repeat(4097)), "bootstrap is no link"));
    }

    @ParameterizedTest(name = "{0} -> {2}")
    @MethodSource("ways")
    void a_path_leads_where_linux_would_take_it(String path, ZipFixture zip, String outcome) throws IOException {
        assertThat(describe(lookup(zip, path))).isEqualTo(outcome);
    }

    @Test
    void links_in_a_circle_end() throws IOException {
        Lookup lookup = lookup(link("bootstrap", "a").symlink("a", "bootstrap"), "bootstrap");

        assertThat(lookup).isInstanceOf(Lookup.Loop.class);
        assertThat(lookup.way().links()).hasSize(40);
    }

    @Test
    void linux_follows_forty_links() throws IOException {
        ZipFixture zip = file("l0");
        for (int i = 1; i <= 41; i++) {
            zip.symlink("l" + i, "l" + (i - 1));
        }

        assertThat(lookup(zip, "l40")).isInstanceOf(Lookup.Resolved.class);
        assertThat(lookup(zip, "l41")).isInstanceOf(Lookup.Loop.class);
    }

    @Test
    void the_directories_on_the_way_are_told_with_their_modes() throws IOException {
        ZipFixture zip =
                ZipFixture.zip().directory("a/").mode(0700).file("a/b/x", "").symlink("bootstrap", "a/b/x");

        assertThat(lookup(zip, "bootstrap").way().directories())
                .extracting(entry -> entry.name() + " " + entry.unixMode().orElseThrow())
                .containsExactly("a/ 0700");
    }

    @Test
    void of_two_entries_at_one_place_the_later_one_is_found_and_both_are_told() throws IOException {
        Path path = file("bootstrap").file("./bootstrap", "second").write(folder.resolve("a.zip"));

        try (LambdaArchive archive = (LambdaArchive) LambdaArchive.open(path)) {
            assertThat(describe(archive.lookup("bootstrap"))).isEqualTo("file ./bootstrap");
            assertThat(archive.entriesAt(EntryPath.of("bootstrap")))
                    .extracting(ArchiveEntry::index)
                    .containsExactly(0, 1);
        }
    }

    private Lookup lookup(ZipFixture zip, String path) throws IOException {
        try (LambdaArchive archive = (LambdaArchive) LambdaArchive.open(zip.write(folder.resolve("a.zip")))) {
            return archive.lookup(path);
        }
    }

    private static String describe(Lookup lookup) {
        String what = "loop";
        if (lookup instanceof Lookup.Resolved resolved) {
            what = "file " + resolved.entry();
        } else if (lookup instanceof Lookup.Directory directory) {
            what = "directory " + directory.path()
                    + directory.entry().map(entry -> " through " + entry).orElse("");
        } else if (lookup instanceof Lookup.Absent absent) {
            what = "absent " + absent.path();
        } else if (lookup instanceof Lookup.NotADirectory file) {
            what = file.entry() + " is no directory";
        } else if (lookup instanceof Lookup.UnreadableLink link) {
            what = link.entry() + " is no link";
        } else if (lookup instanceof Lookup.Layer layer) {
            what = "layer " + layer.path();
        } else if (lookup instanceof Lookup.LeavesArchive outside) {
            what = "outside " + outside.path();
        }
        List<ArchiveEntry> links = lookup.way().links();
        return links.isEmpty()
                ? what
                : what + " via " + links.stream().map(ArchiveEntry::toString).collect(Collectors.joining(" "));
    }

    private static ZipFixture file(String name) {
        return ZipFixture.zip().file(name, "content");
    }

    private static ZipFixture link(String name, String target) {
        return ZipFixture.zip().symlink(name, target);
    }
}
