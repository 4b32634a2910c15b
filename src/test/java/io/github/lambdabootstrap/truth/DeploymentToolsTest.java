package io.github.lambdabootstrap.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.lambdabootstrap.report.Deployment;
import io.github.lambdabootstrap.report.DeploymentFiles;
import io.github.lambdabootstrap.report.ReportFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of docs/deploy.md, read by the tools that they are for. {@code src/test/s3/setup} brings those. */
@Tag("truth")
class DeploymentToolsTest {

    private static final Path EXAMPLES = Path.of("src/test/resources/deploy").toAbsolutePath();
    private static final Path TOOLS = Tool.WORKSHOP.resolve("tools");
    private static final String DIGEST = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";

    @TempDir
    private Path folder;

    private Path written;

    @BeforeEach
    void upload() {
        written = folder.resolve("target/lambda");
        new DeploymentFiles(written, "0.1.0")
                .write(List.of(deployment("orders", Optional.empty()), deployment("audit", Optional.of("3sL4k"))));
    }

    @AfterEach
    void unlink() throws IOException {
        Files.deleteIfExists(folder.resolve("node_modules"));
    }

    private static Deployment deployment(String name, Optional<String> versionId) {
        return new Deployment(
                ReportFixture.go(name).verdict(),
                new Deployment.Location("artifacts", "lambda/" + name + "/52be.zip", versionId, "eu-central-1"),
                true);
    }

    private Path example(String name) throws IOException {
        return Files.copy(EXAMPLES.resolve(name), folder.resolve(name));
    }

    private String run(String... command) {
        return Tool.run(folder, command);
    }

    private JsonElement read(String name) throws IOException {
        return JsonParser.parseString(Files.readString(written.resolve(name)));
    }

    private void lint(Path template) {
        run(TOOLS.resolve("cfn-lint/bin/cfn-lint").toString(), "--region", "eu-central-1", "--", template.toString());
    }

    @Test
    void cfn_lint_accepts_the_template_with_parameters_and_all_of_them_have_a_value() throws IOException {
        Path template = example("cloudformation.yaml");
        lint(template);
        assertThat(read("cloudformation-parameters.json").getAsJsonArray())
                .extracting(parameter ->
                        parameter.getAsJsonObject().get("ParameterKey").getAsString())
                .contains("OrdersS3Bucket", "OrdersS3Key");
        Files.writeString(template, Files.readString(template).replace("OrdersS3Key\n", "OrderS3Key\n"));
        assertThatThrownBy(() -> lint(template)).hasMessageContaining("OrderS3Key");
    }

    @Test
    void cfn_lint_accepts_the_template_that_includes_the_fragment_before_and_after_it_is_included() throws IOException {
        Path template = example("sam.yaml");
        lint(template);
        Path included = folder.resolve("included.yaml");
        Files.writeString(included, included(template, "LambdaArchives"));
        lint(included);
        Files.writeString(included, included(template, "LambdaArchive"));
        assertThatThrownBy(() -> lint(included))
                .hasMessageContaining("Mapping 'LambdaArchive' is defined but not used");
    }

    /** The template as CloudFormation sees it; the mapping under the given name. */
    private String included(Path template, String mapping) throws IOException {
        String fragment = read("cloudformation-fragment.json").toString().replace("LambdaArchives", mapping);
        return Files.readString(template)
                .replaceFirst("(?s)Mappings:\n.*?\nResources:", "Mappings: " + fragment + "\nResources:");
    }

    @Test
    void terraform_reads_the_variable_and_every_function_has_its_arguments() throws IOException {
        String evaluated = run(
                TOOLS.resolve("terraform-reader").toString(),
                example("main.tf").toString(),
                written.resolve("lambda_archives.auto.tfvars.json").toString());
        assertThat(JsonParser.parseString(evaluated)).isEqualTo(JsonParser.parseString("""
                        {
                          "aws_lambda_function.orders": {
                            "function_name": "orders",
                            "role": "arn:aws:iam::111122223333:role/lambda",
                            "s3_bucket": "artifacts",
                            "s3_key": "lambda/orders/52be.zip",
                            "s3_object_version": null,
                            "source_code_hash": "%1$s",
                            "runtime": "provided.al2023",
                            "architectures": ["x86_64"],
                            "handler": "bootstrap"
                          },
                          "aws_lambda_function.audit": {
                            "function_name": "audit",
                            "role": "arn:aws:iam::111122223333:role/lambda",
                            "s3_bucket": "artifacts",
                            "s3_key": "lambda/audit/52be.zip",
                            "s3_object_version": "3sL4k",
                            "source_code_hash": "%1$s",
                            "runtime": "provided.al2023",
                            "architectures": ["x86_64"],
                            "handler": "bootstrap"
                          }
                        }""".formatted(DIGEST)));
    }

    @Test
    void the_cdk_makes_each_function_of_the_manifest() throws IOException {
        Files.createSymbolicLink(folder.resolve("node_modules"), TOOLS.resolve("cdk/node_modules"));
        example("shop.ts");
        run(
                "node",
                "node_modules/typescript/bin/tsc",
                "--strict",
                "--skipLibCheck",
                "--types",
                "node",
                "--outDir",
                "out",
                "--module",
                "commonjs",
                "--target",
                "es2022",
                "shop.ts");
        Tool.run(folder, Map.of("CDK_OUTDIR", "cdk.out"), List.of("node", "out/shop.js"));
        JsonObject resources = JsonParser.parseString(Files.readString(folder.resolve("cdk.out/Shop.template.json")))
                .getAsJsonObject()
                .getAsJsonObject("Resources");
        assertThat(resources.entrySet())
                .filteredOn(resource -> resource.getValue().toString().contains("AWS::Lambda::Function"))
                .extracting(resource -> resource.getValue()
                        .getAsJsonObject()
                        .getAsJsonObject("Properties")
                        .get("Code"))
                .containsExactly(
                        JsonParser.parseString("{\"S3Bucket\": \"artifacts\", \"S3Key\": \"lambda/orders/52be.zip\"}"),
                        JsonParser.parseString("{\"S3Bucket\": \"artifacts\", \"S3Key\": \"lambda/audit/52be.zip\","
                                + " \"S3ObjectVersion\": \"3sL4k\"}"));
    }
}
