package io.github.lambdabootstrap.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.lambdabootstrap.Bounds;
import io.github.lambdabootstrap.model.RuntimeCatalog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Feeds the readers and the planner with templates that no test thought of; {@code docs/proof.md} says how to let it
 * search. Whatever comes, nothing may be thrown, and what is changed is UTF-8, is done, and is of the same notation.
 */
@Tag("fuzz")
class TemplateFuzzTest {

    private static final Path GOLDENS = Path.of("src/test/resources/template");
    private static final MigrationSettings SETTINGS = MigrationSettings.towards(
                    RuntimeCatalog.builtIn().find(RuntimeCatalog.DEFAULT_ID).orElseThrow(), RuntimeCatalog.builtIn())
            .withBuildMethod(true);

    /** The fuzzer instruments each class when it is loaded, from the memory of whoever needs it. */
    @BeforeAll
    static void load_all_classes() {
        Stream.of("yaml", "yml", "json", "tf").forEach(ending -> seeds(ending).forEach(seed -> migrate(seed, ending)));
    }

    static Stream<byte[]> yaml() {
        return Stream.concat(seeds("yaml"), seeds("yml"));
    }

    static Stream<byte[]> json() {
        return seeds("json");
    }

    static Stream<byte[]> terraform() {
        return seeds("tf");
    }

    @MethodSource("yaml")
    @FuzzTest(maxDuration = "10m")
    void yaml_files(byte[] bytes) {
        hold(bytes, "yaml");
    }

    @MethodSource("json")
    @FuzzTest(maxDuration = "10m")
    void json_files(byte[] bytes) {
        hold(bytes, "json");
    }

    @MethodSource("terraform")
    @FuzzTest(maxDuration = "10m")
    void terraform_files(byte[] bytes) {
        hold(bytes, "tf");
    }

    private static void hold(byte[] bytes, String ending) {
        Bounds bounds = Bounds.fromHere();
        List<FileOutcome> outcomes = migrate(bytes, ending);
        bounds.hold();
        for (FileOutcome outcome : outcomes) {
            if (outcome.isChanged()) {
                assertThat(outcome.content().before().getBytes(StandardCharsets.UTF_8))
                        .isEqualTo(bytes);
                byte[] after = outcome.content().after().getBytes(StandardCharsets.UTF_8);
                assertThat(migrate(after, ending)).noneMatch(FileOutcome::isChanged);
            }
        }
    }

    private static List<FileOutcome> migrate(byte[] bytes, String ending) {
        ScannedFile file = new TemplateScanner(new OldRuntimes(SETTINGS)).scan(Path.of("/fuzz/t." + ending), bytes);
        if (file.reading().isEmpty()) {
            return List.of(file.unchanged(file.remarks()));
        }
        return (file.format() == TemplateFormat.TERRAFORM
                        ? TemplateUnit.module(List.of(file), SETTINGS)
                        : TemplateUnit.file(file, SETTINGS))
                .outcomes(SETTINGS);
    }

    static Stream<byte[]> seeds(String ending) {
        try (Stream<Path> files = Files.list(GOLDENS)) {
            return files
                    .filter(file -> file.toString().endsWith("." + ending))
                    .sorted()
                    .map(TemplateFuzzTest::bytes)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
