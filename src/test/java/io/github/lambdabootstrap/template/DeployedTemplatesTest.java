package io.github.lambdabootstrap.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdabootstrap.model.Template;
import io.github.lambdabootstrap.problem.Problem;
import io.github.lambdabootstrap.problem.ProblemException;
import java.io.IOException;
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
        Files.writeString(folder.resolve("stacks/variables.tf"), "variable \"a\" {}\n");
    }

    @Test
    void in_a_folder_the_templates_are_found_and_the_rest_is_passed_over() {
        List<Template> found = DeployedTemplates.read(List.of("stacks"), folder);
        assertThat(found)
                .extracting(template -> folder.relativize(template.file()) + " " + template.format())
                .containsExactly("stacks/shop.yaml CloudFormation", "stacks/variables.tf Terraform");
        assertThat(found.get(0).functions()).hasSize(1);
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
}
