package io.github.lambdabootstrap.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdabootstrap.model.RuntimeCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationReportTest {

    private static final String OLD = "Resources: {A: {Type: AWS::Lambda::Function, Properties: {Runtime: go1.x}}}\n";
    private static final String THERE = OLD.replace("go1.x", "provided.al2023");
    private static final String DECLINED = OLD + "A: &a {b: 1}\nA: *a\n";
    private static final String TOLD = "// go1.x\n";

    private static final MigrationSettings SETTINGS = MigrationSettings.towards(
            RuntimeCatalog.builtIn().find(RuntimeCatalog.DEFAULT_ID).orElseThrow(), RuntimeCatalog.builtIn());

    @TempDir
    private Path folder;

    private MigrationReport report(String... files) throws IOException {
        for (int i = 0; i < files.length; i++) {
            Files.writeString(folder.resolve("t" + i + (files[i].equals(TOLD) ? ".go" : ".yaml")), files[i]);
        }
        return new Migration(SETTINGS).plan(TemplateSelection.of(List.of("."), folder));
    }

    @Test
    void the_summary_counts_each_kind_of_file() throws IOException {
        MigrationReport report = report(OLD, OLD, THERE, DECLINED, TOLD, "a: b\n");
        assertThat(report.summary(false)).isEqualTo("5 files: 2 would change, 1 already there, 1 needs you, 1 to read");
        assertThat(report.summary(true)).isEqualTo("5 files: 2 changed, 1 already there, 1 needs you, 1 to read");
        assertThat(report.isDone(true)).isFalse();
    }

    @Test
    void one_file_and_several_that_need_somebody() throws IOException {
        assertThat(report().summary(false)).isEqualTo("0 files: nothing to do");
        assertThat(report(OLD).summary(false)).isEqualTo("1 file: 1 would change");
        assertThat(report(DECLINED, DECLINED).summary(false)).isEqualTo("2 files: 2 need you");
    }

    @Test
    void what_would_change_is_left_to_do_and_what_is_only_spoken_of_is_not() throws IOException {
        assertThat(report(THERE, TOLD).isDone(false)).isTrue();
        MigrationReport report = report(OLD);
        assertThat(report.isDone(false)).isFalse();
        assertThat(report.isDone(true)).isTrue();
    }

    @Test
    void of_many_lines_that_speak_of_a_runtime_some_are_told() throws IOException {
        String lines = IntStream.range(0, 25).mapToObj(i -> TOLD).collect(Collectors.joining());
        Files.writeString(folder.resolve("main.go"), lines);
        assertThat(report().files().get(0).remarks())
                .extracting(Remark::what)
                .containsExactly(
                        "it speaks of go1.x in lines 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17,"
                                + " 18, 19, 20 and others, where no function is seen to take it");
    }
}
