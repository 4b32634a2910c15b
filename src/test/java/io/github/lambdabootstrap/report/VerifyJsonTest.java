package io.github.lambdabootstrap.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.lambdabootstrap.gate.PathProblem;
import io.github.lambdabootstrap.rules.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerifyJsonTest {

    @Test
    void the_json_has_every_key_of_the_schema() {
        ReportFixture orders = ReportFixture.go("orders")
                .with(ReportFixture.NOT_EXECUTABLE)
                .accepting(ReportFixture.NO_CLIENT, "a layer has it");
        PathProblem problem = new PathProblem("none.zip", "'none.zip' does not exist", "name one");
        assertThat(VerifyJson.text(ReportFixture.report(List.of(problem), orders)))
                .isEqualTo("""
                        {
                          "schemaVersion": 1,
                          "verdict": "fail",
                          "counts": {
                            "archives": 1,
                            "passed": 0,
                            "failed": 1,
                            "placeholders": 0,
                            "templates": 0,
                            "templatesFailed": 0,
                            "error": 1,
                            "warning": 0,
                            "info": 0,
                            "suppressed": 1
                          },
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
                              "unzippedBytes": 5386240,
                              "runtime": "provided.al2023",
                              "architecture": "x86_64",
                              "verdict": "fail",
                              "placeholder": false,
                              "entrypoint": {
                                "path": "bootstrap",
                                "resolved": "bootstrap",
                                "mode": "0755",
                                "format": "elf",
                                "language": "Go",
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
                              "bundle": null,
                              "findings": [
                                {
                                  "rule": "bootstrap-executable",
                                  "severity": "error",
                                  "entry": "bootstrap",
                                  "line": null,
                                  "message": "entry 'bootstrap' has mode 0644",
                                  "fix": "use 0755",
                                  "docs": "docs/rules.md#bootstrap-executable"
                                }
                              ],
                              "suppressed": [
                                {
                                  "rule": "runtime-client",
                                  "severity": "warning",
                                  "entry": "bootstrap",
                                  "line": null,
                                  "message": "it has no client",
                                  "fix": "call lambda.Start",
                                  "docs": "docs/rules.md#runtime-client",
                                  "reason": "a layer has it",
                                  "times": 1
                                }
                              ]
                            }
                          ],
                          "templates": []
                        }
                        """);
    }

    @Test
    void the_counts_are_those_of_all_archives() {
        JsonObject counts = JsonParser.parseString(VerifyJson.text(ReportFixture.report(
                        ReportFixture.go("orders").with(ReportFixture.NOT_EXECUTABLE, ReportFixture.NO_CLIENT),
                        ReportFixture.go("audit").with(ReportFixture.NO_CLIENT.withSeverity(Severity.INFO)),
                        ReportFixture.go("later").later())))
                .getAsJsonObject()
                .getAsJsonObject("counts");
        assertThat(counts)
                .hasToString("{\"archives\":3,\"passed\":2,\"failed\":1,\"placeholders\":1,\"templates\":0,"
                        + "\"templatesFailed\":0,\"error\":1,\"warning\":1,\"info\":1,\"suppressed\":0}");
    }

    @Test
    void what_is_unknown_is_null_in_the_json() {
        JsonObject archive = archive(ReportFixture.go("orders").unreadable().with(ReportFixture.NOT_EXECUTABLE));
        assertThat(List.of("sha256", "codeSha256", "architecture", "entrypoint"))
                .allMatch(key -> archive.get(key).isJsonNull());
    }

    @Test
    void a_bundle_is_told_with_what_its_shim_starts() {
        JsonObject archive = archive(ReportFixture.go(ReportFixture.BUNDLE));
        JsonObject bundle = archive.getAsJsonObject("bundle");
        JsonArray executables = bundle.remove("executables").getAsJsonArray();
        assertThat(bundle)
                .hasToString("{\"shim\":\"lambda-bootstrap shim 2 native x86_64\",\"dispatch\":\"function-name\","
                        + "\"handlers\":["
                        + "{\"name\":\"bin/orders\",\"functions\":\"*-orders\",\"entry\":\"bin/o\"},"
                        + "{\"name\":\"bin/ordrs\",\"functions\":\"*\",\"entry\":null}],\"more\":3}");
        assertThat(executables).containsExactly(archive.get("entrypoint"));
    }

    @Test
    void either_architecture_is_reported_as_the_one_that_is_there() {
        assertThat(archive(ReportFixture.go("orders").forEither())
                        .get("architecture")
                        .getAsString())
                .isEqualTo("x86_64");
    }

    private static JsonObject archive(ReportFixture fixture) {
        return JsonParser.parseString(VerifyJson.text(ReportFixture.report(fixture)))
                .getAsJsonObject()
                .getAsJsonArray("archives")
                .get(0)
                .getAsJsonObject();
    }
}
