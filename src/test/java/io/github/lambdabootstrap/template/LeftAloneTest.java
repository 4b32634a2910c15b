package io.github.lambdabootstrap.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdabootstrap.model.RuntimeCatalog;
import io.github.lambdabootstrap.template.ScannedFile.Reading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are told and not changed, for what they are on the disk and not for what they say. */
class LeftAloneTest {

    private static final String TEMPLATE = """
            Resources:
              Orders:
                Type: AWS::Serverless::Function
                Properties:
                  Runtime: go1.x
                  Handler: orders # é
                  CodeUri: orders.zip
            """;

    private static final MigrationSettings SETTINGS = MigrationSettings.towards(
            RuntimeCatalog.builtIn().find(RuntimeCatalog.DEFAULT_ID).orElseThrow(), RuntimeCatalog.builtIn());

    @TempDir
    Path folder;

    @Test
    void a_template_of_another_encoding_is_declined() throws IOException {
        Path file = Files.write(folder.resolve("template.yaml"), TEMPLATE.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(remarks("template.yaml"))
                .containsExactly(declined(file, "its bytes are not UTF-8", "save it as UTF-8, or change it by hand"));
    }

    @Test
    void another_encoding_without_an_old_runtime_is_none_of_our_business() throws IOException {
        String other = TEMPLATE.replace("go1.x", "python3.13");
        Files.write(folder.resolve("template.yaml"), other.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(remarks("template.yaml")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\\x\"\n", "\"\\UFFFFFFFF\"\n", "\"\\U7FFFFFFF\"\n", "\"\\u"})
    void an_escape_of_no_character_is_declined(String escape) throws IOException {
        Path file = Files.writeString(folder.resolve("template.yaml"), TEMPLATE + "Description: " + escape);

        assertThat(remarks("template.yaml")).singleElement().satisfies(remark -> {
            assertThat(remark.kind()).isEqualTo(Remark.Kind.DECLINED);
            assertThat(remark.file()).isEqualTo(file);
            assertThat(remark.what()).startsWith("it cannot be read: ");
        });
    }

    @Test
    void an_attribute_called_locals_gives_no_value() throws IOException {
        Files.writeString(folder.resolve("main.tf"), """
                locals = "go1.x"

                resource "aws_lambda_function" "orders" {
                  runtime = local.runtime
                }
                """);

        assertThat(remarks("main.tf")).singleElement().satisfies(remark -> {
            assertThat(remark.kind()).isEqualTo(Remark.Kind.NOTE);
            assertThat(remark.what()).contains("local.runtime, which has no value in these files");
        });
    }

    @Test
    void what_cannot_be_read_is_declined() {
        // a folder that has taken the place of a file since it was listed
        assertThat(new TemplateScanner(new OldRuntimes(SETTINGS))
                        .scan(folder, false)
                        .remarks())
                .containsExactly(declined(folder, "it cannot be read (IOException)", "let this user read it"));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void a_template_behind_a_link_is_declined() throws IOException {
        Files.writeString(folder.resolve("real.yaml"), TEMPLATE);
        Path link = Files.createSymbolicLink(folder.resolve("template.yaml"), Path.of("real.yaml"));

        assertThat(remarks("template.yaml"))
                .containsExactly(declined(
                        link,
                        "it is reached through a symbolic link, and not written through it",
                        "name the file that the link leads to"));
    }

    @Test
    void a_named_template_that_is_too_large_is_declined() throws IOException {
        Path file = sized("template.yaml", TemplateScanner.MAX_BYTES + 1024 * 1024);

        assertThat(remarks("template.yaml"))
                .containsExactly(declined(
                        file,
                        "it is not looked at: it has 17.0 MiB, and a template at most 16.0 MiB",
                        "if it is a template, divide it, or change it by hand"));
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "*.yaml"})
    void a_found_file_that_is_too_large_is_told(String path) throws IOException {
        Path file = sized("template.yaml", TemplateScanner.MAX_BYTES + 1);
        MigrationReport report = new Migration(SETTINGS).plan(TemplateSelection.of(List.of(path), folder));

        assertThat(remarks(path)).singleElement().satisfies(remark -> {
            assertThat(remark.kind()).isEqualTo(Remark.Kind.NOTE);
            assertThat(remark.file()).isEqualTo(file);
            assertThat(remark.what()).startsWith("it is not looked at: it has 16.0 MiB");
        });
        assertThat(report.isDone(false)).isTrue();
        assertThat(report.summary(false)).isEqualTo("1 file: 1 to read");
    }

    @Test
    void a_template_of_the_largest_size_is_looked_at() throws IOException {
        sized("template.yaml", TemplateScanner.MAX_BYTES);

        assertThat(new Migration(SETTINGS)
                        .plan(TemplateSelection.of(List.of("template.yaml"), folder))
                        .changed())
                .hasSize(1);
    }

    /** A template with as many bytes, most of which are empty lines. */
    private Path sized(String name, long bytes) throws IOException {
        byte[] content = Arrays.copyOf(TEMPLATE.getBytes(StandardCharsets.UTF_8), (int) bytes);
        int start = TEMPLATE.getBytes(StandardCharsets.UTF_8).length;
        // lines as long as people write them
        for (int i = start; i < content.length; i++) {
            content[i] = (byte) ((i - start) % 80 == 79 || i == content.length - 1 ? '\n' : '#');
        }
        return Files.write(folder.resolve(name), content);
    }

    @Test
    void a_change_that_cannot_be_proven_is_not_made() throws Exception {
        TemplateFile file = file(TEMPLATE);
        List<Node> before = new YamlReader().read(file);
        List<Node> others = new YamlReader().read(file(TEMPLATE.replace("Orders", "Others")));
        TreeReader another = after -> others;
        ScannedFile scanned = new ScannedFile(
                file.path(), TemplateFormat.SAM, Optional.of(new Reading(file, before, another)), List.of());

        List<FileOutcome> outcomes = TemplateUnit.file(scanned, SETTINGS).outcomes(SETTINGS);

        assertThat(outcomes).noneMatch(FileOutcome::isChanged);
        assertThat(outcomes.get(0).remarks())
                .containsExactly(declined(
                        file.path(),
                        "its changes could not be proven to change nothing else, and are not made",
                        "change it by hand, and please report the template"));
    }

    private TemplateFile file(String text) throws IOException {
        return TemplateFile.of(folder.resolve("template.yaml"), text.getBytes(StandardCharsets.UTF_8));
    }

    private List<Remark> remarks(String path) {
        return new Migration(SETTINGS)
                .plan(TemplateSelection.of(List.of(path), folder)).files().stream()
                        .flatMap(outcome -> outcome.remarks().stream())
                        .toList();
    }

    private static Remark declined(Path file, String what, String fix) {
        return Remark.declined(file, 1, what, fix);
    }
}
