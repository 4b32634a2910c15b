package io.github.lambdabootstrap.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.lambdabootstrap.Bounds;
import io.github.lambdabootstrap.archive.ZipFixture;
import io.github.lambdabootstrap.elf.ElfFixture;
import io.github.lambdabootstrap.gate.ArchiveRequest;
import io.github.lambdabootstrap.gate.Gate;
import io.github.lambdabootstrap.gate.GateReport;
import io.github.lambdabootstrap.gate.Policy;
import io.github.lambdabootstrap.gate.TemplateContext;
import io.github.lambdabootstrap.log.RecordedLines;
import io.github.lambdabootstrap.log.TextTemplateLog;
import io.github.lambdabootstrap.log.TextVerifyLog;
import io.github.lambdabootstrap.model.Architecture;
import io.github.lambdabootstrap.model.DeployedCode;
import io.github.lambdabootstrap.model.RuntimeCatalog;
import io.github.lambdabootstrap.model.Template;
import io.github.lambdabootstrap.model.TemplateFunction;
import io.github.lambdabootstrap.model.Workers;
import io.github.lambdabootstrap.problem.ProblemException;
import io.github.lambdabootstrap.report.ConsoleReport;
import io.github.lambdabootstrap.rules.Expectation;
import io.github.lambdabootstrap.shim.Shim;
import io.github.lambdabootstrap.shim.ShimForm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds templates that no test thought of against archives, and copies them; {@code docs/proof.md} says how to let it
 * search. Whatever comes, nothing may be thrown but problems, and a copy says of its functions what the template said.
 */
@Tag("fuzz")
class DeployedTemplatesFuzzTest {

    private static final Gate GATE = new Gate(
            Policy.DEFAULT,
            new Workers(1),
            new TextVerifyLog(new RecordedLines()),
            Clock.fixed(Instant.parse("2026-11-01T00:00:00Z"), ZoneOffset.UTC));

    private static final RuntimeCatalog CATALOG = RuntimeCatalog.builtIn();

    @TempDir
    static Path folder;

    private static GateReport archives;
    private static List<DeployedCode> codes;

    /** The fuzzer instruments each class when it is loaded, from the memory of whoever needs it. */
    @BeforeAll
    static void package_archives_and_load_all_classes() throws IOException {
        byte[] executable =
                ElfFixture.x86_64().staticExecutable().runtimeClient().bytes();
        byte[] shim = new Shim(ShimForm.NATIVE, Architecture.X86_64).bytes();
        List<ArchiveRequest> requests = List.of(
                archive("orders", ZipFixture.zip().file("bootstrap", executable)),
                archive("all", ZipFixture.zip().file("bootstrap", shim).file("bin/orders", executable)));
        archives = GATE.judge(requests, List.of());
        codes = requests.stream()
                .map(request -> new DeployedCode(
                        request.name(),
                        Optional.of(Architecture.X86_64),
                        request.path(),
                        Optional.of(new DeployedCode.Location("b", "k/" + request.name(), Optional.empty()))))
                .toList();
        for (byte[] seed : cloudformation_and_serverless().toList()) {
            judge(seed, "t.template");
        }
        for (byte[] seed : terraform().toList()) {
            judge(seed, "t.tf");
        }
    }

    private static ArchiveRequest archive(String name, ZipFixture zip) throws IOException {
        Path file = zip.write(Files.createDirectories(folder.resolve("out")).resolve(name + ".zip"));
        Expectation expectation =
                Expectation.of(CATALOG.find(RuntimeCatalog.DEFAULT_ID).orElseThrow(), Optional.of(Architecture.X86_64));
        return new ArchiveRequest(name, file, expectation);
    }

    static Stream<byte[]> cloudformation_and_serverless() {
        Stream<byte[]> goldens = Stream.of("yaml", "yml", "json").flatMap(TemplateFuzzTest::seeds);
        return Stream.concat(
                goldens,
                Stream.of("""
                                Transform: AWS::Serverless-2016-10-31
                                Globals: {Function: {Architectures: [arm64], Environment: {Variables: {TZ: UTC}}}}
                                Parameters: {Runtime: {Type: String, Default: provided.al2}}
                                Resources:
                                  Orders:
                                    Type: AWS::Serverless::Function
                                    IgnoreGlobals: [Architectures]
                                    Properties: {CodeUri: out/orders.zip, Runtime: !Ref Runtime, Handler: x}
                                  All:
                                    Type: AWS::Lambda::Function
                                    Properties:
                                      Code: {S3Bucket: b, S3Key: k}
                                      PackageType: !If [A, Image, !Ref AWS::NoValue]
                                      Environment: {Variables: {AWS_REGION: x}}
                                  Inline: {Type: AWS::Lambda::Function, Properties: {Code: {ZipFile: x}}}
                                """, """
                                Transform: AWS::Serverless-2016-10-31
                                Resources:
                                  Orders: {Type: AWS::Serverless::Function, Properties: {Runtime: provided.al2023}}
                                  All: {Type: AWS::Serverless::Function, Properties: &all {CodeUri: &code out/al.zip}}
                                  Layer: {Type: AWS::Serverless::LayerVersion, Properties: {ContentUri: out}}
                                  Copy: {Type: AWS::Serverless::Function, Properties: *all}
                                """, "a: {{ b }}", "a: b", "a: [", "{", "\\", """
                                service: shop
                                provider: {name: aws, runtime: provided.al2023, environment: {AWS_REGION: x}}
                                functions:
                                  all: {handler: bin/no, package: {artifact: out/all.zip}, architecture: arm64}
                                """)
                        .map(text -> text.getBytes(StandardCharsets.UTF_8)));
    }

    static Stream<byte[]> terraform() {
        String function = """
                resource "aws_lambda_function" "orders" {
                  runtime       = local.runtime
                  handler       = "orders"
                  filename      = "${path.module}/out/all.zip"
                  architectures = ["arm64"]
                  environment { variables = { AWS_REGION = "${var.region}" } }
                }
                locals { runtime = "provided.al2" }
                """;
        return Stream.concat(TemplateFuzzTest.seeds("tf"), Stream.of(function.getBytes(StandardCharsets.UTF_8)));
    }

    @MethodSource("cloudformation_and_serverless")
    @FuzzTest(maxDuration = "10m")
    void cloudformation_and_serverless(byte[] bytes) throws IOException {
        hold(bytes, "t.template");
    }

    @MethodSource("terraform")
    @FuzzTest(maxDuration = "10m")
    void terraform(byte[] bytes) throws IOException {
        hold(bytes, "t.tf");
    }

    private static void hold(byte[] bytes, String name) throws IOException {
        Bounds bounds = Bounds.fromHere();
        judge(bytes, name);
        bounds.hold();
    }

    private static void judge(byte[] bytes, String name) throws IOException {
        Path file = Files.write(folder.resolve(name), bytes);
        try {
            List<Template> templates = DeployedTemplates.read(List.of(name), folder);
            GateReport report = GATE.judge(archives, templates, new TemplateContext(true, CATALOG));
            assertThat(report.templates()).hasSameSizeAs(templates);
            assertThat(new ConsoleReport(report, folder).lines(line -> true)).isNotNull();
            if (!name.endsWith(".tf")) {
                copy(file, templates.get(0));
            }
        } catch (ProblemException e) {
            assertThat(e.problems()).isNotEmpty();
        }
    }

    private static void copy(Path file, Template template) {
        Path target = folder.resolve("out").resolve(file.getFileName());
        TemplateCopy.of(file, target, codes, Map.of()).write(new TextTemplateLog(new RecordedLines(), folder));
        Template copied =
                DeployedTemplates.read(List.of(target.toString()), folder).get(0);
        assertThat(copied.format()).isEqualTo(template.format());
        assertThat(copied.functions().stream().map(DeployedTemplatesFuzzTest::said))
                .containsExactlyElementsOf(template.functions().stream()
                        .map(DeployedTemplatesFuzzTest::said)
                        .toList());
    }

    /** What no copy changes. */
    private static List<Object> said(TemplateFunction function) {
        return List.of(
                function.id(),
                function.runtime().texts().stream().map(text -> text.value()).toList(),
                function.handler().texts().stream().map(text -> text.value()).toList(),
                function.environment().stream().map(text -> text.value()).toList(),
                function.code().packageType().known(),
                function.complete());
    }
}
