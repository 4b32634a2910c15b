package io.github.lambdabootstrap.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.lambdabootstrap.gate.GateReport;
import io.github.lambdabootstrap.gate.SuppressedFinding;
import io.github.lambdabootstrap.gate.Suppression;
import io.github.lambdabootstrap.gate.TemplateVerdict;
import io.github.lambdabootstrap.model.Template;
import io.github.lambdabootstrap.rules.Finding;
import io.github.lambdabootstrap.rules.Severity;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TemplateReportTest {

    private static final Path FILE = ReportFixture.BASE.resolve("stacks/shop.yaml");
    private static final Finding WRONG = new Finding(
            "template-code", Severity.ERROR, "Orders<b>\u001b", 12, "it runs another zip", "name the right one");
    private static final Finding ACCEPTED =
            new Finding("template-runtime", Severity.WARNING, "Users", 20, "the runtime ended", "move on");

    private static GateReport report(Finding... findings) {
        Suppression by = new Suppression("template-runtime", Optional.empty(), Optional.empty(), "later");
        boolean passed = findings.length == 0;
        TemplateVerdict verdict = new TemplateVerdict(
                new Template(FILE, "AWS SAM", List.of()),
                List.of(findings),
                List.of(new SuppressedFinding(ACCEPTED, by, 1)),
                passed);
        return new GateReport(
                List.of(ReportFixture.go("orders").verdict()), List.of(), List.of(verdict), Duration.ofMillis(1500));
    }

    @Test
    void the_console_tells_file_and_line_in_front_of_each_finding() {
        ConsoleReport console = new ConsoleReport(report(WRONG), ReportFixture.BASE);
        assertThat(console.lines(line -> true).subList(2, 6))
                .containsExactly(
                        new ConsoleLine(Severity.ERROR, "1 problem in template 'stacks/shop.yaml' (AWS SAM):"),
                        new ConsoleLine(Severity.ERROR, "  template-code: stacks/shop.yaml:12: it runs another zip"),
                        new ConsoleLine(Severity.ERROR, "    fix: name the right one      docs/rules.md#template-code"),
                        new ConsoleLine(
                                Severity.INFO,
                                "1 archive and 1 template verified in 1.5 s: 1 passed, 1 failed; 1 error, 1 suppressed"));
    }

    @Test
    void a_template_that_fails_fails_the_run() {
        assertThat(report().passed()).isTrue();
        assertThat(report(WRONG).passed()).isFalse();
        assertThat(report(WRONG).failed()).isEmpty();
        assertThat(report(WRONG).failedTemplates()).hasSize(1);
    }

    @Test
    void json_has_the_template_beside_the_archives() {
        JsonObject json = JsonParser.parseString(VerifyJson.text(report(WRONG))).getAsJsonObject();
        assertThat(json.getAsJsonObject("counts").get("templatesFailed").getAsInt())
                .isEqualTo(1);
        assertThat(json.getAsJsonArray("templates"))
                .hasToString(
                        "[{\"path\":\"/home/me/shop/stacks/shop.yaml\",\"format\":\"AWS SAM\",\"verdict\":\"fail\","
                                + "\"functions\":[],\"findings\":[{\"rule\":\"template-code\",\"severity\":\"error\","
                                + "\"entry\":\"Orders<b>\\\\u001b\",\"line\":12,\"message\":\"it runs another zip\","
                                + "\"fix\":\"name the right one\",\"docs\":\"docs/rules.md#template-code\"}],\"suppressed\":["
                                + "{\"rule\":\"template-runtime\",\"severity\":\"warning\",\"entry\":\"Users\",\"line\":20,"
                                + "\"message\":\"the runtime ended\",\"fix\":\"move on\",\"docs\":\"docs/rules.md#template-runtime\","
                                + "\"reason\":\"later\",\"times\":1}]}]");
    }

    @Test
    void sarif_places_a_finding_at_the_line_of_the_template() {
        JsonObject result = JsonParser.parseString(VerifySarif.text(report(WRONG), ReportFixture.SUBJECT))
                .getAsJsonObject()
                .getAsJsonArray("runs")
                .get(0)
                .getAsJsonObject()
                .getAsJsonArray("results")
                .get(0)
                .getAsJsonObject();
        assertThat(result.get("ruleId").getAsString()).isEqualTo("template-code");
        assertThat(result.getAsJsonArray("locations"))
                .hasToString("[{\"physicalLocation\":{\"artifactLocation\":{\"uri\":\"stacks/shop.yaml\","
                        + "\"uriBaseId\":\"SRCROOT\"},\"region\":{\"startLine\":12}},\"logicalLocations\":[{\"name\":"
                        + "\"Orders<b>\\\\u001b\",\"fullyQualifiedName\":\"stacks/shop.yaml/Orders<b>\\\\u001b\","
                        + "\"kind\":\"resource\"}]}]");
    }

    @Test
    void the_page_has_a_section_for_it() {
        String page = VerifyHtml.text(report(WRONG), ReportFixture.SUBJECT);
        assertThat(page)
                .contains("1 of 1 template failed", "<h2>stacks/shop.yaml <span class=of>AWS SAM, failed</span></h2>")
                .contains("<code>Orders&lt;b&gt;\\u001b</code> line 12</p>", "suppressed warning")
                .contains("<li><b>1</b> passed</li>", "<li><b>1</b> failed</li>");
        assertThat(VerifyHtml.text(report(), ReportFixture.SUBJECT)).contains("The archive passed", "AWS SAM, passed");
    }
}
