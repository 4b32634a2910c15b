package io.github.lambdabootstrap.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.github.lambdabootstrap.gate.EntrypointFacts;
import io.github.lambdabootstrap.gate.GateReport;
import io.github.lambdabootstrap.gate.PathProblem;
import io.github.lambdabootstrap.gate.Verdict;
import io.github.lambdabootstrap.rules.Finding;
import io.github.lambdabootstrap.rules.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One archive whose every text is an attack, in every form of the report. */
class HostileReportTest {

    /** What a CI server obeys: GitHub at a line's start, the others anywhere in a line. */
    private static final Pattern COMMAND = Pattern.compile("^\\s*::|##\\w*\\[", Pattern.MULTILINE);

    @TempDir
    private static Path folder;

    private static GateReport report;

    @BeforeAll
    static void judge() throws IOException {
        report = HostileArchive.judged(folder);
    }

    @Test
    void the_attacks_reach_the_report() {
        Verdict verdict = report.verdicts().get(0);
        EntrypointFacts facts = verdict.entrypoint().orElseThrow();
        assertThat(verdict.request().name()).contains("\n::error", "\u001b[31m", "\u202e");
        assertThat(facts.interpreter().orElseThrow()).contains("##teamcity[", "<script>");
        assertThat(facts.go().orElseThrow().path().orElseThrow()).contains("<script>");
        assertThat(verdict.findings())
                .extracting(finding -> finding.entry().length())
                .contains(65_002);
        assertThat(verdict.findings())
                .anyMatch(finding -> finding.message().contains("<img src=x onerror=window.pwned=2>"));
        assertThat(verdict.suppressed()).isNotEmpty();
    }

    @Test
    void no_line_of_the_console_is_of_the_archives_making() {
        List<String> lines = new ConsoleReport(report, folder)
                .lines(line -> true).stream().map(ConsoleLine::text).toList();
        assertThat(lines).allMatch(HostileReportTest::isPrintable);
        assertThat(lines).noneMatch(line -> COMMAND.matcher(line).find());
        assertThat(lines)
                .allMatch(line -> line.matches("(  |Verdict |passed |\\d+ problems? in |\\d+ archives? verified ).*"));
        assertThat(lines).allMatch(line -> line.length() < 1500);
    }

    @Test
    void the_json_is_ascii_and_its_texts_from_inside_are_escaped() {
        String text = VerifyJson.text(report);
        assertThat(text).matches(json -> json.chars().allMatch(c -> c == '\n' || (c >= ' ' && c < 0x7f)));
        assertThat(text.lines()).noneMatch(line -> COMMAND.matcher(line).find());
        List<String> inside = strings(JsonParser.parseString(text), List.of("path", "name", "reason"));
        assertThat(inside).hasSizeGreaterThan(50).allMatch(HostileReportTest::isPrintable);
    }

    @Test
    void the_sarif_document_is_ascii_and_all_its_texts_are_escaped() {
        String text = VerifySarif.text(report, HostileArchive.subject(folder));
        assertThat(text).matches(json -> json.chars().allMatch(c -> c == '\n' || (c >= ' ' && c < 0x7f)));
        assertThat(COMMAND.matcher(text).find()).isFalse();
        List<String> texts = strings(
                JsonParser.parseString(text)
                        .getAsJsonObject()
                        .getAsJsonArray("runs")
                        .get(0)
                        .getAsJsonObject()
                        .get("results"),
                List.of());
        assertThat(texts).hasSizeGreaterThan(50).allMatch(HostileReportTest::isPrintable);
        List<String> messages =
                texts.stream().filter(message -> message.contains(" Fix: ")).toList();
        assertThat(messages).anyMatch(message -> message.contains("click\\](https://evil.example) {{0}}"));
        assertThat(messages)
                .noneMatch(message -> message.contains("click](")
                        || message.replace("{{0}}", "").contains("{0}"));
        assertThat(texts).anyMatch(uri -> uri.contains("a%0A%3A%3Aerror%20file%3Dpom.xml%3A%3Apwned%1B"));
    }

    @Test
    void the_page_has_the_attacks_as_text_alone() {
        String page = VerifyHtml.text(report, HostileArchive.subject(folder));
        assertThat(page.lines()).allMatch(HostileReportTest::isPrintable);
        assertThat(page).doesNotContainPattern("(?i)<(script|img|svg onload|/style></td)");
        assertThat(page).doesNotContain("-->", "]]>", "\"'>");
        assertThat(page).contains("&lt;script&gt;window.pwned=1&lt;/script&gt;", "]]&gt;--&gt;&amp;lt;&amp;#39;");
        assertThat(Pattern.compile("<style>|</style>").matcher(page).results()).hasSize(2);
        assertThat(page.length()).isLessThan(60_000);
    }

    @Test
    void half_a_character_is_no_reason_to_fail() {
        Finding half = new Finding("entry-names", Severity.WARNING, "a\ud800b", "half", "whole");
        GateReport halves = ReportFixture.report(
                List.of(new PathProblem("\udfff", "it does not exist", "go")),
                ReportFixture.go("orders").with(half));
        assertThat(VerifyJson.text(halves)).contains("\"a\\\\ud800b\"", "\"\\udfff\"");
        assertThat(VerifySarif.text(halves, ReportFixture.SUBJECT)).contains("orders.zip/a\\\\ud800b");
        assertThat(VerifyHtml.text(halves, ReportFixture.SUBJECT)).contains("<code>a\\ud800b<", "<code>\\udfff</code>");
    }

    private static boolean isPrintable(String text) {
        return text.codePoints().noneMatch(c -> switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        });
    }

    /** All texts of a document, keys included, except the values of some keys. */
    private static List<String> strings(JsonElement json, List<String> except) {
        List<String> texts = new ArrayList<>();
        if (json instanceof JsonArray array) {
            array.forEach(element -> texts.addAll(strings(element, except)));
        } else if (json.isJsonObject()) {
            json.getAsJsonObject().entrySet().stream()
                    .filter(pair -> !except.contains(pair.getKey()))
                    .forEach(pair -> {
                        texts.add(pair.getKey());
                        texts.addAll(strings(pair.getValue(), except));
                    });
        } else if (json.isJsonPrimitive()) {
            texts.add(json.getAsString());
        }
        return texts;
    }
}
