package io.github.lambdabootstrap.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.lambdabootstrap.archive.ArchivePlan;
import io.github.lambdabootstrap.archive.ArchiveUpdate;
import io.github.lambdabootstrap.archive.EntryPath;
import io.github.lambdabootstrap.archive.PlannedEntry;
import io.github.lambdabootstrap.elf.ElfFixture;
import io.github.lambdabootstrap.gate.ArchiveRequest;
import io.github.lambdabootstrap.gate.Gate;
import io.github.lambdabootstrap.gate.Policy;
import io.github.lambdabootstrap.gate.Verdict;
import io.github.lambdabootstrap.log.RecordedLines;
import io.github.lambdabootstrap.log.TextPackagingLog;
import io.github.lambdabootstrap.log.TextTemplateLog;
import io.github.lambdabootstrap.log.TextUploadLog;
import io.github.lambdabootstrap.log.TextVerifyLog;
import io.github.lambdabootstrap.model.Architecture;
import io.github.lambdabootstrap.model.FunctionName;
import io.github.lambdabootstrap.model.LambdaRuntime;
import io.github.lambdabootstrap.model.RuntimeCatalog;
import io.github.lambdabootstrap.model.Workers;
import io.github.lambdabootstrap.mojo.config.PropertySource;
import io.github.lambdabootstrap.mojo.config.S3Config;
import io.github.lambdabootstrap.problem.Problems;
import io.github.lambdabootstrap.report.Deployment;
import io.github.lambdabootstrap.report.DeploymentFiles;
import io.github.lambdabootstrap.rules.Expectation;
import io.github.lambdabootstrap.s3.AwsCli;
import io.github.lambdabootstrap.s3.HttpProxies;
import io.github.lambdabootstrap.s3.S3Uploader;
import io.github.lambdabootstrap.s3.ServerProgram;
import io.github.lambdabootstrap.s3.UploadReport;
import io.github.lambdabootstrap.s3.UploadSession;
import io.github.lambdabootstrap.truth.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Packages and uploads archives as the goals do, and lets {@code aws cloudformation deploy} take the copies of templates:
 * the functions then have the code that {@code deployment.json} tells of. The service is moto, which
 * {@code src/test/s3/setup} brings; it does not know SAM, so that AWS's own translator, which
 * {@code src/test/template/setup} brings, makes plain CloudFormation of that copy before.
 */
@Tag("truth")
class DeployedCopyTest {

    private static final Path PYTHON = Tool.WORKSHOP.resolve("tools/sam/bin/python");
    private static final Path TRANSFORM =
            Path.of("src/test/template/sam-transform.py").toAbsolutePath();

    private static final String CLOUDFORMATION = """
            Parameters:
              Stage: {Type: String, Default: test}
            Resources:
              Role: # no code
                Type: AWS::IAM::Role
                Properties:
                  AssumeRolePolicyDocument:
                    Version: '2012-10-17'
                    Statement: [{Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: 'sts:AssumeRole'}]
              Orders:
                Type: AWS::Lambda::Function
                Properties:
                  FunctionName: !Sub orders-${Stage}
                  Code: target/lambda/orders.zip
                  Runtime: provided.al2023
                  Handler: bootstrap
                  Role: !GetAtt Role.Arn
              Reports:
                Type: AWS::Lambda::Function
                Properties: {FunctionName: !Sub "reports-${Stage}", Code: cmd/reports, Runtime: provided.al2023,
                  Handler: bootstrap, Architectures: [arm64], Role: !GetAtt Role.Arn}
            """;
    private static final String SAM = """
            Transform: AWS::Serverless-2016-10-31
            Globals: {Function: {Runtime: provided.al2023, Handler: bootstrap}}
            Resources:
              Orders:
                Type: AWS::Serverless::Function
                Properties:
                  FunctionName: orders-of-sam
              Reports:
                Type: AWS::Serverless::Function
                Properties:
                  FunctionName: reports-of-sam
                  CodeUri: "target/lambda/reports.zip" # by path
                  Architectures: [arm64]
            """;

    @TempDir
    private static Path serverFolder;

    private static ServerProgram server;

    @TempDir
    private Path folder;

    private final LambdaRuntime runtime =
            RuntimeCatalog.builtIn().find("provided.al2023").orElseThrow();

    @BeforeAll
    static void start() throws IOException {
        System.setProperty("aws.accessKeyId", ServerProgram.ACCOUNT);
        System.setProperty("aws.secretAccessKey", ServerProgram.SECRET);
        server = ServerProgram.moto(serverFolder);
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    private AwsCli aws() {
        return new AwsCli(server.endpoint(), folder);
    }

    @Test
    void a_copy_is_deployed_and_deployed_again_with_other_code() throws IOException {
        aws().s3api("create-bucket", "--bucket", "artifacts");
        Path copy = uploaded("cloudformation.yaml", CLOUDFORMATION, "artifacts", "2.17");
        deploy("shop", copy);
        assertCode("orders", "orders-test");
        assertCode("reports", "reports-test");
        String first = codeOf("orders-test").get("CodeSha256").getAsString();

        deploy("shop", uploaded("cloudformation.yaml", CLOUDFORMATION, "artifacts", "2.26"));
        assertCode("orders", "orders-test");
        assertThat(codeOf("orders-test").get("CodeSha256").getAsString()).isNotEqualTo(first);
    }

    @Test
    void a_copy_for_sam_is_deployed_from_a_bucket_with_versions() throws IOException {
        aws().s3api("create-bucket", "--bucket", "versions");
        aws().s3api("put-bucket-versioning", "--bucket", "versions", "--versioning-configuration", "Status=Enabled");
        Path copy = uploaded("sam.yaml", SAM, "versions", "2.17");
        assertThat(copy).content().contains("?versionId=");
        Path plain = folder.resolve("plain.json");
        Files.writeString(plain, Tool.run(folder, PYTHON.toString(), TRANSFORM.toString(), copy.toString()));
        assertThat(plain).content().contains("\"S3ObjectVersion\": ").doesNotContain("Serverless");
        deploy("sam", plain);
        assertCode("orders", "orders-of-sam");
        assertCode("reports", "reports-of-sam");
    }

    /** The copy of a template, after archives of executables that need this glibc were packaged and uploaded. */
    private Path uploaded(String name, String template, String bucket, String glibc) throws IOException {
        Files.writeString(folder.resolve(name), template);
        List<Verdict> verdicts = packaged(glibc);
        S3Config.Spec spec = spec(bucket);
        UploadPlan plan = new UploadPlan(verdicts, spec);
        DeploymentFiles files = new DeploymentFiles(lambda(), "1.0");
        RecordedLines lines = new RecordedLines();
        try (UploadSession session = UploadSession.behind(HttpProxies.NONE)) {
            UploadReport report = new S3Uploader(session, new Workers(2), new TextUploadLog(lines), Clock.systemUTC())
                    .upload(spec.target(), plan.uploads(files));
            assertThat(report.problems()).isEmpty();
            List<Deployment> deployments = plan.deployments(report);
            files.write(deployments);
            new TemplateCopies(List.of(name), folder, Map.of(), lambda())
                    .write(TemplateCopies.stored(deployments), new TextTemplateLog(lines, folder));
        }
        assertThat(lines.all())
                .contains("INFO Template " + name + " -> target/lambda/" + name + ": code of Orders, Reports");
        return lambda().resolve(name);
    }

    private List<Verdict> packaged(String glibc) throws IOException {
        List<ArchivePlan> plans = List.of(
                plan("orders", Architecture.X86_64, ElfFixture.x86_64().dynamicExecutable(glibc)),
                plan("reports", Architecture.ARM64, ElfFixture.arm64().dynamicExecutable(glibc)));
        new ArchiveUpdate("1.0", new Workers(2), new TextPackagingLog(new RecordedLines(), folder))
                .run(plans, Map.of());
        List<ArchiveRequest> requests = plans.stream()
                .map(plan -> new ArchiveRequest(
                        plan.name(), plan.file(), Expectation.of(runtime, Optional.of(plan.architecture()))))
                .toList();
        return new Gate(Policy.DEFAULT, new Workers(2), new TextVerifyLog(new RecordedLines()), Clock.systemUTC())
                .judge(requests, List.of())
                .verdicts();
    }

    private ArchivePlan plan(String name, Architecture architecture, ElfFixture executable) throws IOException {
        Path file = Files.write(
                folder.resolve(name + ".elf"), executable.runtimeClient().bytes());
        return new ArchivePlan(
                name,
                lambda().resolve(name + ".zip"),
                List.of(new FunctionName(name)),
                runtime,
                architecture,
                List.of(),
                List.of(new PlannedEntry(EntryPath.of("bootstrap"), file, true)));
    }

    private Path lambda() {
        return folder.resolve("target/lambda");
    }

    private static S3Config.Spec spec(String bucket) {
        Map<String, String> properties = Map.of(
                "lambda.s3.bucket", bucket,
                "lambda.s3.prefix", "lambda",
                "lambda.s3.region", "us-east-1",
                "lambda.s3.endpoint", server.endpoint().toString(),
                "lambda.s3.pathStyle", "true");
        Problems problems = new Problems();
        Optional<S3Config.Spec> spec =
                new S3Config().toSpec(new PropertySource(properties::get, name -> null), Optional.empty(), problems);
        problems.throwIfAny();
        return spec.orElseThrow();
    }

    private void deploy(String stack, Path template) throws IOException {
        String said = aws().run(
                        "cloudformation",
                        "deploy",
                        "--stack-name",
                        stack,
                        "--template-file",
                        template.toString(),
                        "--capabilities",
                        "CAPABILITY_IAM",
                        "CAPABILITY_AUTO_EXPAND");
        assertThat(said).contains("Successfully created/updated stack - " + stack);
    }

    private JsonObject codeOf(String function) throws IOException {
        return aws().json("lambda", "get-function", "--function-name", function).getAsJsonObject("Configuration");
    }

    private void assertCode(String archive, String function) throws IOException {
        JsonObject told = StreamSupport.stream(
                        JsonParser.parseString(Files.readString(lambda().resolve("deployment.json")))
                                .getAsJsonObject()
                                .getAsJsonArray("archives")
                                .spliterator(),
                        false)
                .map(JsonElement::getAsJsonObject)
                .filter(line -> line.get("name").getAsString().equals(archive))
                .findFirst()
                .orElseThrow();
        JsonObject deployed = codeOf(function);
        assertThat(deployed.get("CodeSha256")).isEqualTo(told.get("codeSha256"));
        assertThat(deployed.get("CodeSize").getAsLong())
                .isEqualTo(told.get("bytes").getAsLong())
                .isEqualTo(Files.size(lambda().resolve(archive + ".zip")));
        assertThat(deployed.get("Runtime")).isEqualTo(told.get("runtime"));
    }
}
