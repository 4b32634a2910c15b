package io.github.lambdabootstrap.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.lambdabootstrap.gate.GateReport;
import io.github.lambdabootstrap.gate.PathProblem;
import io.github.lambdabootstrap.rules.Finding;
import io.github.lambdabootstrap.rules.RuleRegistry;
import io.github.lambdabootstrap.rules.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifySarifTest {

    @Test
    void the_run_has_every_finding_with_its_place() {
        ReportFixture orders = ReportFixture.go("orders")
                .with(ReportFixture.NOT_EXECUTABLE)
                .accepting(ReportFixture.NO_CLIENT.withSeverity(Severity.INFO), "a layer has it");
        PathProblem problem = new PathProblem("none.zip", "'none.zip' does not exist", "name one");
        JsonObject document = JsonParser.parseString(VerifySarif.text(
                        ReportFixture.report(
                                List.of(problem),
                                orders,
                                ReportFixture.go("later").later()),
                        ReportFixture.SUBJECT))
                .getAsJsonObject();
        assertThat(document.getAsJsonArray("runs")
                        .get(0)
                        .getAsJsonObject()
                        .getAsJsonObject("tool")
                        .getAsJsonObject("driver")
                        .remove("rules")
                        .getAsJsonArray())
                .isNotEmpty();
        assertThat(new GsonBuilder()
                        .setPrettyPrinting()
                        .disableHtmlEscaping()
                        .create()
                        .toJson(document))
                .isEqualTo("""
                        {
                          "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
                          "version": "2.1.0",
                          "runs": [
                            {
                              "tool": {
                                "driver": {
                                  "name": "lambda-bootstrap-maven-plugin",
                                  "version": "0.1.0",
                                  "informationUri": "https://github.com/lambdabootstrap/lambda-bootstrap-maven-plugin"
                                }
                              },
                              "automationDetails": {
                                "id": "lambda-bootstrap/"
                              },
                              "invocations": [
                                {
                                  "executionSuccessful": false,
                                  "toolExecutionNotifications": [
                                    {
                                      "message": {
                                        "text": "'none.zip' does not exist. Fix: name one."
                                      },
                                      "level": "error"
                                    },
                                    {
                                      "message": {
                                        "text": "'later' is a placeholder: it was not judged for a bootstrap."
                                      },
                                      "level": "note",
                                      "locations": [
                                        {
                                          "physicalLocation": {
                                            "artifactLocation": {
                                              "uri": "target/lambda/later.zip",
                                              "uriBaseId": "SRCROOT"
                                            }
                                          },
                                          "logicalLocations": [
                                            {
                                              "name": "later.zip",
                                              "fullyQualifiedName": "target/lambda/later.zip",
                                              "kind": "module"
                                            }
                                          ]
                                        }
                                      ]
                                    }
                                  ]
                                }
                              ],
                              "originalUriBaseIds": {
                                "SRCROOT": {
                                  "description": {
                                    "text": "The root of the repository"
                                  }
                                }
                              },
                              "columnKind": "utf16CodeUnits",
                              "results": [
                                {
                                  "ruleId": "bootstrap-executable",
                                  "ruleIndex": 10,
                                  "level": "error",
                                  "message": {
                                    "text": "entry 'bootstrap' has mode 0644. Fix: use 0755."
                                  },
                                  "locations": [
                                    {
                                      "physicalLocation": {
                                        "artifactLocation": {
                                          "uri": "target/lambda/orders.zip",
                                          "uriBaseId": "SRCROOT"
                                        }
                                      },
                                      "logicalLocations": [
                                        {
                                          "name": "orders.zip",
                                          "fullyQualifiedName": "target/lambda/orders.zip",
                                          "kind": "module"
                                        },
                                        {
                                          "name": "bootstrap",
                                          "fullyQualifiedName": "target/lambda/orders.zip/bootstrap",
                                          "kind": "resource"
                                        }
                                      ]
                                    }
                                  ],
                                  "partialFingerprints": {
                                    "lambdaBootstrap/v1": "62ae3fcae007a3f3ebf04d18b2b5da390291883bf9a83acf9c6c5d9aeb1f9e62"
                                  },
                                  "suppressions": []
                                },
                                {
                                  "ruleId": "runtime-client",
                                  "ruleIndex": 21,
                                  "level": "note",
                                  "message": {
                                    "text": "it has no client. Fix: call lambda.Start."
                                  },
                                  "locations": [
                                    {
                                      "physicalLocation": {
                                        "artifactLocation": {
                                          "uri": "target/lambda/orders.zip",
                                          "uriBaseId": "SRCROOT"
                                        }
                                      },
                                      "logicalLocations": [
                                        {
                                          "name": "orders.zip",
                                          "fullyQualifiedName": "target/lambda/orders.zip",
                                          "kind": "module"
                                        },
                                        {
                                          "name": "bootstrap",
                                          "fullyQualifiedName": "target/lambda/orders.zip/bootstrap",
                                          "kind": "resource"
                                        }
                                      ]
                                    }
                                  ],
                                  "partialFingerprints": {
                                    "lambdaBootstrap/v1": "7e24e2f09e45840e98adb04fc37c13cb0fcbf996449b5497aaa9b914121b963d"
                                  },
                                  "suppressions": [
                                    {
                                      "kind": "external",
                                      "status": "accepted",
                                      "justification": "a layer has it"
                                    }
                                  ]
                                }
                              ]
                            }
                          ]
                        }""");
    }

    @Test
    void the_driver_has_every_rule_in_its_order() {
        JsonArray rules = rules();
        assertThat(texts(rules, rule -> rule.get("id").getAsString()))
                .isEqualTo(RuleRegistry.on(LocalDate.parse("2026-01-01")).ids());
        assertThat(texts(
                        rules,
                        rule -> rule.getAsJsonObject("defaultConfiguration")
                                .get("level")
                                .getAsString()))
                .allMatch(Set.of("error", "warning", "note")::contains);
    }

    @Test
    void a_rule_is_explained_in_the_words_of_its_documentation() {
        assertThat(rules().get(3))
                .hasToString("{\"id\":\"entry-encrypted\",\"name\":\"EntryEncrypted\","
                        + "\"shortDescription\":{\"text\":\"No entry is encrypted.\"},"
                        + "\"fullDescription\":{\"text\":\"No entry is encrypted.\"},"
                        + "\"helpUri\":\"https://github.com/lambdabootstrap/lambda-bootstrap-maven-plugin/blob/main/docs/rules.md#entry-encrypted\","
                        + "\"help\":{\"text\":\"What. No entry is encrypted.\\n\\nWhy. Lambda has no password to unzip it"
                        + " with.\\n\\nFix. Zip without a password. Secrets belong into AWS Secrets Manager or encrypted"
                        + " environment variables.\",\"markdown\":\"**What.** No entry is encrypted.\\n\\n**Why.** Lambda"
                        + " has no password to unzip it with.\\n\\n**Fix.** Zip without a password. Secrets belong into AWS"
                        + " Secrets Manager or encrypted environment variables.\"},"
                        + "\"defaultConfiguration\":{\"level\":\"error\"}}");
    }

    @Test
    void the_place_of_a_packaged_archive_is_its_functions_line(@TempDir Path root) throws IOException {
        Path pom = Files.createDirectories(root.resolve("home/me/shop")).resolve("pom.xml");
        Files.writeString(pom, """
                <project><build><plugins>
                <plugin><artifactId>lambda-bootstrap-maven-plugin</artifactId><configuration><functions>
                  <function>
                    <name>orders</name>
                  </function>
                </functions></configuration></plugin></plugins></build></project>
                """);
        ReportSubject subject = new ReportSubject("shop", "0.1.0", pom.getParent(), root, List.of(pom));
        JsonObject run = run(ReportFixture.report(ReportFixture.go("orders").with(ReportFixture.NO_CLIENT)), subject);
        assertThat(run.getAsJsonArray("results")
                        .get(0)
                        .getAsJsonObject()
                        .getAsJsonArray("locations")
                        .get(0)
                        .getAsJsonObject()
                        .get("physicalLocation"))
                .hasToString("{\"artifactLocation\":{\"uri\":\"home/me/shop/pom.xml\",\"uriBaseId\":\"SRCROOT\"},"
                        + "\"region\":{\"startLine\":4}}");
        assertThat(run.get("automationDetails")).hasToString("{\"id\":\"lambda-bootstrap/home/me/shop/\"}");
    }

    @Test
    void each_archive_is_placed_in_the_pom_of_its_module() {
        Path parent = ReportFixture.BASE.resolve("pom.xml");
        Path other = ReportFixture.BASE.resolve("other/pom.xml");
        Path target = ReportFixture.BASE.resolve("target/pom.xml");
        ReportSubject subject = new ReportSubject(
                "shop", "0.1.0", ReportFixture.BASE, ReportFixture.BASE, List.of(other, parent, target));
        assertThat(uris(subject)).containsExactly("target/pom.xml");
        assertThat(uris(new ReportSubject("shop", "0.1.0", ReportFixture.BASE, ReportFixture.BASE, List.of(other))))
                .containsExactly("other/pom.xml");
    }

    @Test
    void what_lies_outside_of_the_root_has_an_absolute_address() {
        ReportSubject subject = new ReportSubject("x", "0.1.0", Path.of("/srv"), Path.of("/srv"), List.of());
        assertThat(uris(subject)).containsExactly("file:///home/me/shop/target/lambda/a%20b%C3%BC%23%3F.zip");
    }

    @Test
    void the_fingerprint_stays_when_the_message_the_weight_and_the_path_change() {
        Finding reworded = new Finding("runtime-client", Severity.ERROR, "bootstrap", "other words", "other fix");
        ReportFixture orders = ReportFixture.go("orders");
        ReportSubject elsewhere =
                new ReportSubject("shop", "0.2.0", Path.of("/srv"), Path.of("/srv"), List.of(Path.of("/srv/pom.xml")));
        List<String> prints = fingerprints(orders.with(ReportFixture.NO_CLIENT), ReportFixture.SUBJECT);
        assertThat(prints).isEqualTo(fingerprints(orders.with(reworded).unzipped(7), elsewhere));
        assertThat(fingerprints(ReportFixture.go("audit").with(ReportFixture.NO_CLIENT), ReportFixture.SUBJECT))
                .doesNotContainAnyElementsOf(prints);
        assertThat(fingerprints(orders.with(ReportFixture.NO_CLIENT, ReportFixture.NO_CLIENT), ReportFixture.SUBJECT))
                .startsWith(prints.get(0))
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    @Test
    void nothing_in_a_message_is_a_link_or_a_placeholder() {
        Finding link =
                new Finding("entry-names", Severity.WARNING, "", "[click](https://evil.example) {0}", "no [one]");
        assertThat(run(ReportFixture.report(ReportFixture.go("orders").with(link)), ReportFixture.SUBJECT)
                        .getAsJsonArray("results")
                        .get(0)
                        .getAsJsonObject()
                        .get("message"))
                .hasToString("{\"text\":\"\\\\[click\\\\](https://evil.example) {{0}}. Fix: no \\\\[one\\\\].\"}");
    }

    private static List<String> uris(ReportSubject subject) {
        GateReport report = ReportFixture.report(ReportFixture.go("a bü#?").with(ReportFixture.NO_CLIENT));
        return texts(
                run(report, subject).getAsJsonArray("results"),
                result -> result.getAsJsonArray("locations")
                        .get(0)
                        .getAsJsonObject()
                        .getAsJsonObject("physicalLocation")
                        .getAsJsonObject("artifactLocation")
                        .get("uri")
                        .getAsString());
    }

    private static List<String> fingerprints(ReportFixture archive, ReportSubject subject) {
        return texts(
                run(ReportFixture.report(archive), subject).getAsJsonArray("results"),
                result -> result.getAsJsonObject("partialFingerprints")
                        .get("lambdaBootstrap/v1")
                        .getAsString());
    }

    private static JsonArray rules() {
        return run(ReportFixture.report(), ReportFixture.SUBJECT)
                .getAsJsonObject("tool")
                .getAsJsonObject("driver")
                .getAsJsonArray("rules");
    }

    private static JsonObject run(GateReport report, ReportSubject subject) {
        return JsonParser.parseString(VerifySarif.text(report, subject))
                .getAsJsonObject()
                .getAsJsonArray("runs")
                .get(0)
                .getAsJsonObject();
    }

    private static List<String> texts(JsonArray array, Function<JsonObject, String> text) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .map(text)
                .collect(Collectors.toList());
    }
}
