package io.github.lambdabootstrap.s3;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdabootstrap.report.Deployment;
import io.github.lambdabootstrap.report.DeploymentFiles;
import io.github.lambdabootstrap.report.ReportFixture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The commands of docs/deploy.md, in the page's own words, on a service that makes stacks and functions of what was
 * uploaded. {@code src/test/s3/setup} brings it, and the AWS CLI of version 1.
 */
@Tag("truth")
class DeployedStackTest {

    private static final String BUCKET = "shop-artifacts";
    private static final String TEMPLATE = "AWSTemplateFormatVersion";

    @TempDir
    Path folder;

    private ServerProgram server;
    private Upload orders;

    @BeforeEach
    void upload() throws IOException {
        server = ServerProgram.moto(folder);
        run("aws s3api create-bucket --bucket " + BUCKET);
        orders = new ProvenArchives(folder).upload("orders", 20 * 1024);
        store(orders);
        Files.writeString(folder.resolve("template.yaml"), block("yaml", TEMPLATE));
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private void store(Upload upload) {
        S3Target target = UploadKit.target(server.endpoint(), BUCKET);
        try (UploadKit kit = new UploadKit(ServerProgram.ACCOUNT, ServerProgram.SECRET)) {
            assertThat(kit.upload(target, upload).problems()).isEmpty();
        }
        new DeploymentFiles(folder.resolve("target/lambda"), "0.1.0")
                .write(List.of(new Deployment(
                        ReportFixture.go(upload.name()).verdict(),
                        new Deployment.Location(BUCKET, upload.key().value(), Optional.empty(), "us-east-1"),
                        true)));
    }

    /** The first block of the page in a language that has a text in it. */
    private static String block(String language, String text) throws IOException {
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("docs", "deploy.md")))
                .results()
                .map((MatchResult block) -> block.group(1))
                .filter(block -> block.contains(text))
                .findFirst()
                .orElseThrow();
    }

    private String run(String script) throws IOException {
        Path errors = folder.resolve("errors.txt");
        ProcessBuilder shell = new ProcessBuilder("bash", "-euo", "pipefail", "-c", script)
                .directory(folder.toFile())
                .redirectError(errors.toFile());
        Path tools = Path.of(ServerProgram.tool("s3/bin/aws")).getParent();
        shell.environment().putAll(AwsCli.environment(folder));
        shell.environment()
                .putAll(Map.of(
                        "PATH",
                        tools + ":" + System.getenv("PATH"),
                        "AWS_ENDPOINT_URL",
                        server.endpoint().toString()));
        Process process = shell.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.onExit().join().exitValue())
                .as(() -> script + "\n" + output + "\n" + errors)
                .isZero();
        return output;
    }

    private String codeSha256() throws IOException {
        return run("aws lambda get-function --function-name orders --output text --query Configuration.CodeSha256")
                .strip();
    }

    @Test
    void a_stack_is_deployed_and_updated_with_the_parameters_of_what_was_uploaded() throws IOException {
        String deploy = block("sh", "aws cloudformation deploy");
        run(deploy);
        assertThat(codeSha256()).isEqualTo(orders.archive().sha256().base64());

        Upload changed = new ProvenArchives(folder).upload("orders", 30 * 1024);
        store(changed);
        run(deploy);
        assertThat(codeSha256())
                .isEqualTo(changed.archive().sha256().base64())
                .isNotEqualTo(orders.archive().sha256().base64());
    }

    @Test
    void a_stack_is_created_with_the_file_of_parameters() throws IOException {
        run("aws cloudformation create-stack --stack-name shop --template-body file://template.yaml"
                + " --capabilities CAPABILITY_IAM"
                + " --parameters file://target/lambda/cloudformation-parameters.json");
        assertThat(codeSha256()).isEqualTo(orders.archive().sha256().base64());
    }

    @Test
    void functions_that_exist_get_the_code_of_the_manifest() throws IOException {
        run(block("sh", "aws cloudformation deploy"));
        Upload changed = new ProvenArchives(folder).upload("orders", 30 * 1024);
        store(changed);
        assertThat(run(block("sh", "update-function-code")))
                .contains(changed.archive().sha256().base64());
        assertThat(codeSha256()).isEqualTo(changed.archive().sha256().base64());
    }
}
