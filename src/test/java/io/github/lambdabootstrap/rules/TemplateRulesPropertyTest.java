package io.github.lambdabootstrap.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdabootstrap.archive.ZipFixture;
import io.github.lambdabootstrap.elf.ElfFixture;
import io.github.lambdabootstrap.gate.ArchiveRequest;
import io.github.lambdabootstrap.gate.Gate;
import io.github.lambdabootstrap.gate.GateReport;
import io.github.lambdabootstrap.gate.Policy;
import io.github.lambdabootstrap.gate.TemplateContext;
import io.github.lambdabootstrap.log.RecordedLines;
import io.github.lambdabootstrap.log.TextVerifyLog;
import io.github.lambdabootstrap.model.Architecture;
import io.github.lambdabootstrap.model.RuntimeCatalog;
import io.github.lambdabootstrap.model.Workers;
import io.github.lambdabootstrap.shim.Shim;
import io.github.lambdabootstrap.shim.ShimForm;
import io.github.lambdabootstrap.template.DeployedTemplates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Templates of functions in which any property can be something that only a deployment knows. No rule says anything of
 * those; what is written out and wrong is found beside them all the same.
 */
class TemplateRulesPropertyTest {

    private static final Gate GATE = new Gate(
            Policy.DEFAULT,
            new Workers(1),
            new TextVerifyLog(new RecordedLines()),
            Clock.fixed(Instant.parse("2026-06-01T00:00:00Z"), ZoneOffset.UTC));

    private static final RuntimeCatalog CATALOG = RuntimeCatalog.builtIn();

    private static Path folder;
    private static GateReport archives;

    /** How a property of CloudFormation is written; {@code %s} is a value that would be wrong. */
    private static final List<String> CLOUDFORMATION = List.of(
            "!Ref Bare",
            "!Ref Fetched",
            "!Ref Nothing",
            "!ImportValue '%s'",
            "{Fn::ImportValue: '%s'}",
            "!GetAtt Stack.Outputs",
            "'{{resolve:ssm:/%s}}'",
            "!Sub '${Bare}-%s'",
            "!FindInMap [Nothing, a, b]",
            "!FindInMap [Values, a, Nothing]",
            "!If [C, '%s', !Ref Bare]",
            "!If [C, !Ref AWS::NoValue, '%s']",
            "!If [C, !If [C, '%s', !GetAtt A.B], '%s']",
            "!Select [0, ['%s']]",
            "{Fn::Transform: {Name: Macro}}");

    private static final List<String> SERVERLESS = List.of(
            "${opt:x, '%s'}",
            "${env:X}", "${file(x.yml):%s}", "${self:custom.nothing}", "${self:custom.loop}", "${ssm:/x}");

    private static final List<String> TERRAFORM = List.of(
            "var.nothing",
            "local.nothing",
            "local.loop",
            "data.x.y.z",
            "var.a ? \"%s\" : var.b",
            "\"${var.a}%s\"",
            "f(\"%s\")");

    /** A function with each property as a source; an empty one is not there. */
    record Function(
            String code, String runtime, String handler, String architecture, String packageType, String variable) {}

    @BeforeContainer
    static void package_archives() throws IOException {
        folder = Files.createTempDirectory("template-rules");
        byte[] executable =
                ElfFixture.arm64().staticExecutable().runtimeClient().bytes();
        byte[] shim = new Shim(ShimForm.NATIVE, Architecture.ARM64).bytes();
        Path zip = ZipFixture.zip()
                .file("bootstrap", shim)
                .file("bin/orders", executable)
                .write(Files.createDirectories(folder.resolve("out")).resolve("orders.zip"));
        Expectation expectation =
                Expectation.of(CATALOG.find("provided.al2023").orElseThrow(), Optional.of(Architecture.ARM64));
        archives = GATE.judge(List.of(new ArchiveRequest("orders", zip, expectation)), List.of());
        assertThat(archives.passed()).isTrue();
    }

    @AfterContainer
    static void remove_archives() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static Arbitrary<String> written(String right, String wrong, List<String> unknown) {
        return Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.just(right)),
                Tuple.of(3, Arbitraries.of(unknown).map(source -> source.replace("%s", wrong))));
    }

    private static Arbitrary<Function> functions(String quote, List<String> unknown, List<String> variables) {
        return Combinators.combine(
                        written(quote + "out/orders.zip" + quote, "out/none.zip", unknown),
                        written(quote + "provided.al2023" + quote, "python3.13", unknown),
                        written(quote + "bin/orders" + quote, "bin/none", unknown),
                        written(quote + "arm64" + quote, "x86_64", unknown),
                        written(quote + "Zip" + quote, "Image", unknown),
                        Arbitraries.of(variables))
                .as(Function::new);
    }

    @Provide
    Arbitrary<Function> cloudformation() {
        return functions(
                "'",
                CLOUDFORMATION,
                List.of(
                        "{Variables: {TABLE: x}}",
                        "!Ref Bare",
                        "{Variables: !If [C, {AWS_REGION: x}, {}]}",
                        "{Variables: {AWS_REGION: !Ref AWS::NoValue}}",
                        "{Variables: {Fn::Transform: {Name: Macro, Parameters: {AWS_REGION: x}}}}"));
    }

    @Provide
    Arbitrary<Function> serverless() {
        return functions(
                "'",
                SERVERLESS.stream().map(source -> '"' + source + '"').toList(),
                List.of("{TABLE: x}", "${file(x.yml)}"));
    }

    @Provide
    Arbitrary<Function> terraform() {
        return functions(
                "\"", TERRAFORM, List.of("{ TABLE = 1 }", "local.variables", "merge({ AWS_REGION = 1 }, local.a)"));
    }

    @Property(tries = 150)
    void what_a_deployment_of_cloudformation_decides_is_no_finding(
            @ForAll("cloudformation") Function function, @ForAll boolean sam) throws IOException {
        assertThat(found("t.yaml", cloudformation(function, sam))).isEmpty();
        Function wrong = withReservedVariable(function, "{Variables: {AWS_REGION: x}}");
        holdFound(function, found("t.yaml", cloudformation(wrong, sam)));
    }

    @Property(tries = 75)
    void what_a_deployment_of_serverless_decides_is_no_finding(@ForAll("serverless") Function function)
            throws IOException {
        assertThat(found("serverless.yml", serverless(function))).isEmpty();
        Function wrong = withReservedVariable(function, "{AWS_REGION: x}");
        holdFound(function, found("serverless.yml", serverless(wrong)));
    }

    @Property(tries = 75)
    void what_a_deployment_of_terraform_decides_is_no_finding(@ForAll("terraform") Function function)
            throws IOException {
        assertThat(found("main.tf", terraform(function))).isEmpty();
        Function wrong = withReservedVariable(function, "{ AWS_REGION = 1 }");
        holdFound(function, found("main.tf", terraform(wrong)));
    }

    private static Function withReservedVariable(Function f, String variable) {
        return new Function(f.code(), f.runtime(), f.handler(), f.architecture(), f.packageType(), variable);
    }

    /** What surely starts an executable of ours is looked at; what may be anything else need not be. */
    private static void holdFound(Function function, List<String> found) {
        boolean ours = function.code().contains("out/orders.zip")
                || (function.runtime().contains("provided.al2023")
                        && function.packageType().contains("Zip"));
        assertThat(found).isIn(List.of("template-environment"), ours ? List.of("template-environment") : List.of());
    }

    private static String cloudformation(Function f, boolean sam) {
        return """
                Parameters:
                  Bare: {Type: String}
                  Fetched: {Type: AWS::SSM::Parameter::Value<String>, Default: python3.13}
                Mappings: {Values: {a: {b: python3.13}}}
                Resources:
                  Orders:
                    Type: AWS::%s::Function
                    Properties:
                      %s: %s
                      Runtime: %s
                      Handler: %s
                      Architectures: [%s]
                      PackageType: %s
                      Environment: %s
                """.formatted(
                        sam ? "Serverless" : "Lambda",
                        sam ? "CodeUri" : "Code",
                        f.code(),
                        f.runtime(),
                        f.handler(),
                        f.architecture(),
                        f.packageType(),
                        f.variable());
    }

    private static String serverless(Function f) {
        return """
                service: shop
                custom: {loop: '${self:custom.loop}'}
                provider: {name: aws}
                functions:
                  orders:
                    package: {artifact: %s}
                    runtime: %s
                    handler: %s
                    architecture: %s
                    environment: %s
                """.formatted(f.code(), f.runtime(), f.handler(), f.architecture(), f.variable());
    }

    private static String terraform(Function f) {
        return """
                locals {
                  loop = local.loop
                }
                resource "aws_lambda_function" "orders" {
                  filename      = %s
                  runtime       = %s
                  handler       = %s
                  architectures = [%s]
                  package_type  = %s
                  environment {
                    variables = %s
                  }
                }
                """.formatted(f.code(), f.runtime(), f.handler(), f.architecture(), f.packageType(), f.variable());
    }

    /** The rules that say something. */
    private static List<String> found(String name, String template) throws IOException {
        Files.writeString(folder.resolve(name), template);
        return GATE
                .judge(archives, DeployedTemplates.read(List.of(name), folder), new TemplateContext(true, CATALOG))
                .templates()
                .get(0)
                .findings()
                .stream()
                .map(Finding::rule)
                .toList();
    }
}
