package io.github.lambdabootstrap.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.lambdabootstrap.model.Template;
import io.github.lambdabootstrap.problem.Problem;
import io.github.lambdabootstrap.problem.ProblemException;
import io.github.lambdabootstrap.problem.ProblemText;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeployedTemplatesTest {

    private static final String TEMPLATE = "Resources: {Orders: {Type: AWS::Lambda::Function}}\n";

    @TempDir
    private Path folder;

    @BeforeEach
    void write_files() throws IOException {
        Files.createDirectories(folder.resolve("stacks/target"));
        Files.writeString(folder.resolve("stacks/shop.yaml"), TEMPLATE);
        Files.writeString(folder.resolve("stacks/values.yaml"), "replicas: 2\n");
        Files.writeString(folder.resolve("stacks/broken.yaml"), "Resources: [\n");
        Files.writeString(folder.resolve("stacks/jinja.yaml"), "Resources: {Orders: {Type: AWS::X, Y: {{ z }}}}\n");
        Files.write(folder.resolve("stacks/latin.yaml"), new byte[] {'a', ':', ' ', (byte) 0xe4});
        Files.writeString(folder.resolve("stacks/target/old.yaml"), TEMPLATE);
        Files.writeString(folder.resolve("stacks/a.tf"), "variable \"a\" {}\n");
    }

    @Test
    void in_a_folder_the_templates_are_found_and_the_rest_is_passed_over() {
        List<Template> found = DeployedTemplates.read(List.of("stacks"), folder);
        assertThat(found)
                .extracting(template -> folder.relativize(template.file()) + " " + template.format())
                .containsExactly("stacks/a.tf Terraform", "stacks/shop.yaml CloudFormation");
        assertThat(found.get(1).functions()).hasSize(1);
    }

    @Test
    void a_named_file_must_be_a_template_and_all_that_are_not_are_told() {
        List<String> named = List.of(
                "stacks/values.yaml", "stacks/broken.yaml", "stacks/jinja.yaml", "stacks/latin.yaml", "none.yaml");
        assertThatThrownBy(() -> DeployedTemplates.read(named, folder))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problems())
                                .extracting(Problem::what)
                                .satisfiesExactlyInAnyOrder(
                                        what -> assertThat(what).isEqualTo("'none.yaml' does not exist"),
                                        what -> assertThat(what).startsWith("it cannot be read: "),
                                        what -> assertThat(what)
                                                .isEqualTo(
                                                        "a template language ({{ }} or {% %}) is still to work on it"),
                                        what -> assertThat(what).isEqualTo("its bytes are not UTF-8"),
                                        what -> assertThat(what)
                                                .isEqualTo(
                                                        "it is no template of AWS SAM, CloudFormation, the Serverless"
                                                                + " Framework or Terraform")));
    }

    @Test
    void it_is_told_what_a_named_file_has_to_be() throws IOException {
        try (RandomAccessFile large =
                new RandomAccessFile(folder.resolve("large.yaml").toFile(), "rw")) {
            large.setLength((16 << 20) + 1);
        }
        Files.writeString(folder.resolve("broken.yaml"), "Resources: {}\nb: *c\n");
        assertThat(said("large.yaml"))
                .containsExactly(
                        "it is larger than 16 MiB (FOLDER/large.yaml:1)",
                        "fix: name templates that can be deployed as they are      docs/templates.md#which-files");
        assertThat(said("broken.yaml"))
                .first()
                .isEqualTo("it cannot be read: the alias *c refers to nothing before it (FOLDER/broken.yaml:2)");
        assertThat(said("stacks/jinja.yaml"))
                .first()
                .isEqualTo("a template language ({{ }} or {% %}) is still to work on it (FOLDER/stacks/jinja.yaml:1)");
    }

    @Test
    void paths_that_lead_nowhere_are_told() {
        String fix = "fix: name an existing file, a folder, or a pattern such as stacks/**/*.yaml"
                + "      docs/migrate.md#which-files";
        assertThat(said("stacks/*.json")).containsExactly("'stacks/*.json' matches no file (-Dlambda.templates)", fix);
        assertThat(said("none.yaml")).containsExactly("'none.yaml' does not exist (-Dlambda.templates)", fix);
        assertThat(said("a\0b"))
                .containsExactly("'a\\0b' is not a path: Nul character not allowed (-Dlambda.templates)", fix);
    }

    private List<String> said(String path) {
        ProblemException e =
                catchThrowableOfType(ProblemException.class, () -> DeployedTemplates.read(List.of(path), folder));
        return ProblemText.lines("it", e.problems()).stream()
                .skip(1)
                .map(line -> line.strip().replace(folder.toString(), "FOLDER"))
                .toList();
    }

    @Test
    void braces_may_be_yaml_where_the_name_does_not_say_json() throws IOException {
        for (String name : List.of("flow.yaml", "flow.template", "flow.json")) {
            Files.writeString(folder.resolve(name), TEMPLATE.replaceFirst("Resources: (.*)", "{Resources: $1}"));
        }
        assertThat(DeployedTemplates.read(List.of("flow.yaml", "flow.template"), folder))
                .allSatisfy(template -> assertThat(template.functions()).hasSize(1));
        assertThat(said("flow.json"))
                .first()
                .isEqualTo("it cannot be read: 'R' is not expected here (FOLDER/flow.json:1)");
    }
}
