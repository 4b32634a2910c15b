package io.github.lambdabootstrap.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.lambdabootstrap.gate.ArchiveRequest;
import io.github.lambdabootstrap.gate.EntrypointFacts;
import io.github.lambdabootstrap.gate.GateReport;
import io.github.lambdabootstrap.gate.GoFacts;
import io.github.lambdabootstrap.gate.PathProblem;
import io.github.lambdabootstrap.gate.Verdict;
import io.github.lambdabootstrap.model.Architecture;
import io.github.lambdabootstrap.model.ByteSize;
import io.github.lambdabootstrap.model.RuntimeCatalog;
import io.github.lambdabootstrap.model.Sha256;
import io.github.lambdabootstrap.rules.Expectation;
import io.github.lambdabootstrap.rules.Finding;
import io.github.lambdabootstrap.rules.Severity;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The same report as {@code verify.json} and on the console. */
class VerifyReportTest {

    private static final Path BASE = Path.of("/home/me/shop");
    private static final Finding FINDING = new Finding(
            "bootstrap-executable", Severity.ERROR, "bootstrap", "entry 'bootstrap' has mode 0644", "use 0755");
    private static final Finding ENDED =
            new Finding("runtime-supported", Severity.WARNING, "", "AWS ended its support", "move on");

    @Test
    void the_json_has_every_key_of_the_schema() {
        GateReport report = report(verdict("orders", Optional.of(entrypoint("orders")), FINDING));
        assertThat(VerifyJson.text(report)).isEqualTo("""
                {
                  "schemaVersion": 1,
                  "verdict": "fail",
                  "problems": [
                    {
                      "path": "none.zip",
                      "message": "'none.zip' does not exist",
                      "fix": "name one"
                    }
                  ],
                  "archives": [
                    {
                      "path": "/home/me/shop/target/lambda/orders.zip",
                      "name": "orders",
                      "sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                      "codeSha256": "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
                      "sizeBytes": 2048,
                      "unzippedBytes": 4096,
                      "runtime": "provided.al2023",
                      "architecture": "x86_64",
                      "verdict": "fail",
                      "placeholder": false,
                      "entrypoint": {
                        "path": "bootstrap",
                        "resolved": "orders",
                        "mode": "0644",
                        "format": "elf",
                        "machine": "x86_64",
                        "linkage": "static",
                        "interpreter": null,
                        "needed": [],
                        "glibc": null,
                        "go": {
                          "version": "go1.26.8",
                          "path": "example.com/orders",
                          "module": null,
                          "settings": {
                            "CGO_ENABLED": "0"
                          },
                          "dependencies": {
                            "github.com/aws/aws-lambda-go": "v1.55.1"
                          }
                        }
                      },
                      "findings": [
                        {
                          "rule": "bootstrap-executable",
                          "severity": "error",
                          "entry": "bootstrap",
                          "message": "entry 'bootstrap' has mode 0644",
                          "fix": "use 0755",
                          "docs": "docs/rules.md#bootstrap-executable"
                        }
                      ]
                    }
                  ]
                }
                """);
    }

    @Test
    void what_is_unknown_is_null_in_the_json() {
        Verdict unread = new Verdict(
                request("orders", Optional.empty()),
                Optional.empty(),
                new ByteSize(0),
                new ByteSize(0),
                Optional.empty(),
                List.of(FINDING),
                List.of(),
                false,
                Optional.empty());
        JsonObject archive = JsonParser.parseString(VerifyJson.text(report(unread)))
                .getAsJsonObject()
                .getAsJsonArray("archives")
                .get(0)
                .getAsJsonObject();
        assertThat(List.of("sha256", "codeSha256", "architecture", "entrypoint"))
                .allMatch(key -> archive.get(key).isJsonNull());
    }

    @Test
    void either_architecture_is_reported_as_the_one_that_is_there() {
        Verdict verdict = verdict(request("orders", Optional.empty()), Optional.of(entrypoint("orders")), List.of());
        assertThat(VerifyJson.text(report(verdict))).contains("\"architecture\": \"x86_64\"");
    }

    @Test
    void a_hostile_name_forges_no_line_in_either_form() {
        Verdict verdict = verdict("a\n::error::\u001b[31m\u202e", Optional.of(entrypoint("x\r\n##vso[task]")));
        assertThat(VerifyJson.text(report(verdict)))
                .contains("x\\\\r\\\\n##vso[task]")
                .doesNotContain("\u202e");
        assertThat(console(report(verdict)))
                .anyMatch(line -> line.startsWith("INFO Verified a\\n::error::\\u001b[31m\\u202e ("))
                .allMatch(line -> line.chars().allMatch(c -> c >= ' ' && c != 0x202e));
    }

    @Test
    void the_console_tells_what_passed_then_all_findings_then_the_sum() {
        GateReport report = report(
                verdict("orders", Optional.of(entrypoint("orders")), FINDING, FINDING.withSeverity(Severity.WARNING)),
                verdict("audit", Optional.of(entrypoint("bootstrap")), ENDED));
        assertThat(console(report))
                .containsExactly(
                        "INFO Verified audit (target/lambda/audit.zip: x86_64, static, Go 1.26.8, aws-lambda-go 1.55.1,"
                                + " 2.0 KiB)",
                        "ERROR 2 problems in function 'orders' (target/lambda/orders.zip):",
                        "ERROR   bootstrap-executable: entry 'bootstrap' has mode 0644",
                        "ERROR     fix: use 0755      docs/rules.md#bootstrap-executable",
                        "WARNING   bootstrap-executable: entry 'bootstrap' has mode 0644",
                        "WARNING     fix: use 0755      docs/rules.md#bootstrap-executable",
                        "ERROR 1 problem in lambda.archives:",
                        "ERROR   'none.zip' does not exist",
                        "ERROR     fix: name one      docs/reference/verify.md#without-a-project",
                        "WARNING runtime-supported: AWS ended its support; fix: move on"
                                + "      docs/rules.md#runtime-supported",
                        "INFO 2 archives verified in 1.5 s: 1 passed, 1 failed; 1 error, 2 warnings, 1 path problem");
    }

    @Test
    void what_is_said_of_a_runtime_is_said_once() {
        GateReport report =
                report(verdict("orders", Optional.empty(), ENDED), verdict("audit", Optional.empty(), ENDED));
        List<String> said = new ArrayList<>();
        Function<GateReport, Long> tell = r -> new ConsoleReport(r, BASE)
                .lines(line -> !said.contains(line) && said.add(line)).stream()
                        .filter(line -> line.severity() == Severity.WARNING)
                        .count();
        assertThat(tell.apply(report)).isEqualTo(1);
        assertThat(tell.apply(report)).isZero();
    }

    private static List<String> console(GateReport report) {
        return new ConsoleReport(report, BASE)
                .lines(line -> true).stream()
                        .map(line -> line.severity() + " " + line.text())
                        .collect(Collectors.toList());
    }

    private static GateReport report(Verdict... verdicts) {
        return new GateReport(
                List.of(verdicts),
                List.of(new PathProblem("none.zip", "'none.zip' does not exist", "name one")),
                Duration.ofMillis(1500));
    }

    private static Verdict verdict(String name, Optional<EntrypointFacts> entrypoint, Finding... findings) {
        return verdict(request(name, Optional.of(Architecture.X86_64)), entrypoint, List.of(findings));
    }

    private static Verdict verdict(
            ArchiveRequest request, Optional<EntrypointFacts> entrypoint, List<Finding> findings) {
        return new Verdict(
                request,
                Optional.of(Sha256.of(new byte[0])),
                new ByteSize(2048),
                new ByteSize(4096),
                entrypoint,
                findings,
                List.of(),
                findings.stream().noneMatch(finding -> finding.severity() == Severity.ERROR),
                Optional.empty());
    }

    private static ArchiveRequest request(String name, Optional<Architecture> architecture) {
        return new ArchiveRequest(
                name,
                BASE.resolve("target/lambda/" + name + ".zip"),
                Expectation.of(RuntimeCatalog.builtIn().find("provided.al2023").orElseThrow(), architecture));
    }

    private static EntrypointFacts entrypoint(String resolved) {
        GoFacts go = new GoFacts(
                Optional.of("go1.26.8"),
                Optional.of("example.com/orders"),
                Optional.empty(),
                Map.of("CGO_ENABLED", "0"),
                Map.of("github.com/aws/aws-lambda-go", "v1.55.1"));
        return new EntrypointFacts(
                "bootstrap",
                resolved,
                Optional.of("0644"),
                "elf",
                Optional.of("x86_64"),
                Optional.of("static"),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.of(go));
    }
}
