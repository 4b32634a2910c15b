package io.github.lambdabootstrap.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.lambdabootstrap.gate.ArchiveRequest;
import io.github.lambdabootstrap.gate.GateReport;
import io.github.lambdabootstrap.gate.PathProblem;
import io.github.lambdabootstrap.gate.SuppressedFinding;
import io.github.lambdabootstrap.gate.TemplateVerdict;
import io.github.lambdabootstrap.gate.Verdict;
import io.github.lambdabootstrap.model.Sha256;
import io.github.lambdabootstrap.problem.SafeText;
import io.github.lambdabootstrap.rules.Finding;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** The gate's report as {@code verify.sarif}: SARIF 2.1.0, one run. Section numbers are those of its specification. */
final class VerifySarif {

    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private final GateReport report;
    private final ReportSubject subject;
    private final SarifPlaces places;
    private final List<RulePage> rules = RulePage.all();
    private final Map<String, Integer> fingerprints = new HashMap<>();

    private VerifySarif(GateReport report, ReportSubject subject) {
        this.report = report;
        this.subject = subject;
        this.places = new SarifPlaces(subject);
    }

    /** The report as JSON text with a final newline. */
    static String text(GateReport report, ReportSubject subject) {
        return JsonText.of(new VerifySarif(report, subject).document());
    }

    private JsonObject document() {
        JsonArray runs = new JsonArray();
        runs.add(run());
        JsonObject document = new JsonObject();
        document.addProperty("$schema", SCHEMA);
        document.addProperty("version", "2.1.0");
        document.add("runs", runs);
        return document;
    }

    private JsonObject run() {
        JsonObject tool = new JsonObject();
        tool.add("driver", SarifRules.driver(rules, subject.version()));
        JsonObject details = new JsonObject();
        // GitHub keeps one analysis for each category: a module's must not replace another's (3.17.3)
        String module = subject.shown(subject.folder());
        details.addProperty("id", "lambda-bootstrap/" + (module.isEmpty() ? "" : SafeText.of(module) + "/"));
        JsonObject run = new JsonObject();
        run.add("tool", tool);
        run.add("automationDetails", details);
        run.add("invocations", invocations());
        run.add("originalUriBaseIds", SarifPlaces.baseIds());
        run.addProperty("columnKind", "utf16CodeUnits");
        run.add("results", results());
        return run;
    }

    /** What is no fault of an archive's content: places without one, and archives that were not judged as a whole. */
    private JsonArray invocations() {
        List<JsonObject> notifications = Stream.concat(
                        report.problems().stream().map(this::problem),
                        report.verdicts().stream()
                                .filter(verdict ->
                                        verdict.request().expectation().placeholder())
                                .map(this::placeholder))
                .toList();
        JsonObject invocation = new JsonObject();
        invocation.addProperty("executionSuccessful", report.problems().isEmpty());
        invocation.add("toolExecutionNotifications", JsonText.array(notifications, notification -> notification));
        JsonArray invocations = new JsonArray();
        invocations.add(invocation);
        return invocations;
    }

    private JsonObject problem(PathProblem problem) {
        JsonObject json = new JsonObject();
        json.add("message", SarifRules.message(Sentence.of(problem.message()) + " Fix: " + Sentence.of(problem.fix())));
        json.addProperty("level", "error");
        return json;
    }

    private JsonObject placeholder(Verdict verdict) {
        JsonObject json = new JsonObject();
        json.add(
                "message",
                SarifRules.message("'" + SafeText.of(verdict.request().name())
                        + "' is a placeholder: it was not judged for a bootstrap."));
        json.addProperty("level", "note");
        json.add("locations", JsonText.array(List.of(verdict), one -> places.of(one.request(), "")));
        return json;
    }

    private JsonArray results() {
        JsonArray results = new JsonArray();
        for (Verdict verdict : report.verdicts()) {
            ArchiveRequest request = verdict.request();
            Subject archive = new Subject(request.name(), finding -> places.of(request, finding.entry()));
            addAll(results, archive, verdict.findings(), verdict.suppressed());
        }
        for (TemplateVerdict verdict : report.templates()) {
            Path file = verdict.template().file();
            Subject template = new Subject(subject.shown(file), finding -> places.of(file, finding));
            addAll(results, template, verdict.findings(), verdict.suppressed());
        }
        return results;
    }

    /** What was judged: its name, and where a viewer shows a finding of it. */
    private record Subject(String name, Function<Finding, JsonObject> place) {}

    private void addAll(JsonArray results, Subject judged, List<Finding> findings, List<SuppressedFinding> suppressed) {
        for (Finding finding : findings) {
            JsonObject result = result(judged, finding);
            // none rather than absent, which would say that nobody knows (3.27.23)
            result.add("suppressions", new JsonArray());
            results.add(result);
        }
        for (SuppressedFinding accepted : suppressed) {
            JsonObject result = result(judged, accepted.finding());
            result.add("suppressions", JsonText.array(List.of(accepted), VerifySarif::suppression));
            results.add(result);
        }
    }

    private JsonObject result(Subject judged, Finding finding) {
        JsonObject json = new JsonObject();
        json.addProperty("ruleId", finding.rule());
        json.addProperty("ruleIndex", rules.stream().map(RulePage::id).toList().indexOf(finding.rule()));
        json.addProperty("level", SarifRules.level(finding.severity().id()));
        json.add("message", SarifRules.message(Sentence.of(finding.message()) + " Fix: " + Sentence.of(finding.fix())));
        json.add("locations", JsonText.array(List.of(finding), judged.place()));
        JsonObject fingerprint = new JsonObject();
        fingerprint.addProperty("lambdaBootstrap/v1", fingerprint(judged, finding));
        json.add("partialFingerprints", fingerprint);
        return json;
    }

    /** The same finding tomorrow: neither versions, lines, messages nor the archive's bytes are in it. */
    private String fingerprint(Subject judged, Finding finding) {
        String same = String.join("\n", finding.rule(), judged.name(), finding.entry());
        int before = fingerprints.merge(same, 1, Integer::sum) - 1;
        return Sha256.of((same + "\n" + before).getBytes(StandardCharsets.UTF_8))
                .hex();
    }

    private static JsonObject suppression(SuppressedFinding suppressed) {
        JsonObject json = new JsonObject();
        json.addProperty("kind", "external");
        json.addProperty("status", "accepted");
        json.addProperty("justification", SafeText.of(suppressed.by().reason()));
        return json;
    }
}
