package io.github.lambdabootstrap.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.lambdabootstrap.archive.deflate.DeflateEncoder;
import io.github.lambdabootstrap.model.Workers;
import io.github.lambdabootstrap.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeflatedContentsTest {

    /** Three segments. */
    private static final int LARGE = 2 * DeflateEncoder.SEGMENT + 7;

    @TempDir
    Path folder;

    private PackagingFixture in;
    private ArchivePlan many;

    @BeforeEach
    void an_archive_of_many_large_contents() throws IOException {
        in = new PackagingFixture(folder);
        List<PlannedEntry> entries = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            entries.add(entry("bin/" + i, in.file("bin/" + i, content(i, LARGE))));
        }
        entries.add(entry("bootstrap", in.file("small", "#!/bin/sh\n")));
        many = plan("many", entries);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 16})
    void the_number_of_workers_leaves_no_trace(int workers) throws IOException {
        PackagingFixture.write(many);
        byte[] once = Files.readAllBytes(many.file());
        Files.delete(many.file());

        new ArchiveUpdate("1", new Workers(workers), in.log()).run(List.of(many), Map.of());

        assertThat(many.file()).hasBinaryContent(once);
        assertThat(files(in.output)).containsExactly("many.zip");
    }

    @Test
    void an_archive_holds_what_was_in_the_files() throws IOException {
        PackagingFixture.write(many);

        try (ZipFile zip = new ZipFile(many.file().toFile())) {
            for (PlannedEntry entry : many.entries()) {
                try (InputStream written =
                                zip.getInputStream(zip.getEntry(entry.path().text()));
                        InputStream source = entry.source().open()) {
                    assertThat(written).as(entry.path().text()).hasSameContentAs(source);
                }
            }
        }
    }

    @Test
    void what_is_in_several_archives_is_compressed_once() throws IOException {
        ArchivePlan one = plan("one", List.of(entry("bootstrap", in.file("one", content(9, LARGE)))));
        ArchivePlan other = plan("other", List.of(entry("bootstrap", in.file("other", content(9, LARGE)))));

        try (DeflatedContents contents =
                DeflatedContents.of(List.of(one, other), PackagingFixture.sources(one, other), new Workers(2))) {
            DeflatedContents.Deflated deflated =
                    contents.of(one.entries().get(0).source());
            assertThat(deflated.parts()).hasSize(3);
            assertThat(contents.of(other.entries().get(0).source())).isSameAs(deflated);
            Path scratch = in.output.resolve(files(in.output).get(0));
            assertThat(scratch).hasSize(deflated.compressedSize());
        }
        assertThat(files(in.output)).isEmpty();
    }

    @Test
    void a_content_that_is_gone_leaves_nothing_behind() throws IOException {
        SourceFiles sources = PackagingFixture.sources(many);
        Files.delete(in.project.resolve("bin/5"));

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> DeflatedContents.of(List.of(many), sources, new Workers(1)))
                .withMessageStartingWith("a file that goes into an archive cannot be read: ");
        assertThat(files(in.output)).isEmpty();
    }

    @Test
    void a_content_that_became_shorter_is_told() throws IOException {
        SourceFiles sources = PackagingFixture.sources(many);
        Files.write(in.project.resolve("bin/5"), content(5, LARGE - 1));

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> DeflatedContents.of(List.of(many), sources, new Workers(2)))
                .withMessageStartingWith(
                        "a file that goes into an archive cannot be read: it became shorter while it was read");
    }

    private ArchivePlan plan(String name, List<PlannedEntry> entries) {
        FunctionTarget target = in.target(name, folder);
        return new ArchivePlan(
                name,
                in.output.resolve(name + ".zip"),
                List.of(target.name()),
                target.runtime(),
                target.architecture(),
                List.of(),
                entries);
    }

    private static PlannedEntry entry(String path, Path file) {
        return new PlannedEntry(EntryPath.of(path), file, true);
    }

    /** Half noise, half text, so that every kind of DEFLATE block occurs. */
    private static byte[] content(int seed, int size) {
        byte[] content = new byte[size];
        new Random(seed).nextBytes(content);
        byte[] text = "what a program says ".repeat(size / 40).getBytes(StandardCharsets.UTF_8);
        System.arraycopy(text, 0, content, size / 4, text.length);
        return content;
    }

    private static List<String> files(Path in) throws IOException {
        try (Stream<Path> files = Files.list(in)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
