package io.github.lambdabootstrap.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.lambdabootstrap.model.Workers;
import io.github.lambdabootstrap.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeflatedContentsTest {

    private static final int LARGE = 3 * 128 * 1024 + 7;

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
    void the_number_of_workers_and_the_detour_leave_no_trace(int workers) throws IOException {
        new ArchiveWriter().write(many);
        byte[] inOnePiece = Files.readAllBytes(many.file());
        Files.delete(many.file());

        new ArchiveUpdate("1", new Workers(workers), in.log()).run(List.of(many), Map.of());

        assertThat(many.file()).hasBinaryContent(inOnePiece);
        assertThat(files(in.output)).containsExactly("many.zip");
    }

    @Test
    void several_large_contents_of_an_archive_are_compressed_ahead_and_small_ones_are_not() {
        try (DeflatedContents ahead = ahead(List.of(many))) {
            assertThat(many.entries().stream()
                            .map(PlannedEntry::source)
                            .filter(source -> ahead.find(source).isPresent()))
                    .hasSize(8);
        }
    }

    @Test
    void the_only_large_content_of_one_archive_goes_straight_into_it() throws IOException {
        ArchivePlan single = plan("single", List.of(entry("bootstrap", in.file("only", content(9, LARGE)))));

        try (DeflatedContents ahead = ahead(List.of(single))) {
            assertThat(ahead.find(single.entries().get(0).source())).isEmpty();
            assertThat(in.output).doesNotExist();
        }
    }

    @Test
    void what_is_in_several_archives_is_compressed_once() throws IOException {
        ArchivePlan one = plan("one", List.of(entry("bootstrap", in.file("one", content(9, LARGE)))));
        ArchivePlan other = plan("other", List.of(entry("bootstrap", in.file("other", content(9, LARGE)))));

        try (DeflatedContents ahead = ahead(List.of(one, other))) {
            assertThat(ahead.find(one.entries().get(0).source()))
                    .isPresent()
                    .isEqualTo(ahead.find(other.entries().get(0).source()));
        }
        assertThat(files(in.output)).isEmpty();
    }

    @Test
    void a_content_that_is_gone_leaves_nothing_behind() throws IOException {
        SourceFiles sources = sources(List.of(many));
        Files.delete(in.project.resolve("bin/5"));

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> DeflatedContents.ahead(List.of(many), sources, new Workers(1)))
                .withMessageStartingWith("a compressed file of an archive cannot be written: ");
        assertThat(files(in.output)).isEmpty();
    }

    private DeflatedContents ahead(List<ArchivePlan> plans) {
        return DeflatedContents.ahead(plans, sources(plans), new Workers(2));
    }

    private static SourceFiles sources(List<ArchivePlan> plans) {
        SourceFiles sources = new SourceFiles();
        sources.read(
                plans.stream()
                        .flatMap(plan -> plan.entries().stream())
                        .map(PlannedEntry::source)
                        .toList(),
                new Workers(2));
        return sources;
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
