package io.github.lambdabootstrap.report;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.lambdabootstrap.gate.DispatchFacts;
import io.github.lambdabootstrap.gate.EntrypointFacts;
import io.github.lambdabootstrap.gate.GateReport;
import io.github.lambdabootstrap.gate.GoFacts;
import io.github.lambdabootstrap.gate.PathProblem;
import io.github.lambdabootstrap.gate.SuppressedFinding;
import io.github.lambdabootstrap.gate.TemplateVerdict;
import io.github.lambdabootstrap.gate.Verdict;
import io.github.lambdabootstrap.model.Sha256;
import io.github.lambdabootstrap.problem.SafeText;
import io.github.lambdabootstrap.rules.Expectation;
import io.github.lambdabootstrap.rules.Finding;
import io.github.lambdabootstrap.rules.Severity;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The gate's report as {@code verify.json}, schema version 1. Every key is always there; what is unknown is null. Texts
 * from inside an archive are escaped as on the console; paths on disk keep their value.
 */
final class VerifyJson {

    /** Rises when a key goes or changes its meaning, not when one is added. */
    static final int SCHEMA_VERSION = 1;

    private VerifyJson() {}

    /** The report as JSON text with a final newline. */
    static String text(GateReport report) {
        JsonObject root = new JsonObject();
        root.addProperty("schemaVersion", SCHEMA_VERSION);
        root.addProperty("verdict", verdict(report.passed()));
        root.add("counts", counts(report));
        root.add("problems", JsonText.array(report.problems(), VerifyJson::problem));
        root.add("archives", JsonText.array(report.verdicts(), VerifyJson::archive));
        root.add("templates", JsonText.array(report.templates(), VerifyJson::template));
        return JsonText.of(root);
    }

    private static JsonObject counts(GateReport report) {
        JsonObject json = new JsonObject();
        int failed = report.failed().size();
        json.addProperty("archives", report.verdicts().size());
        json.addProperty("passed", report.verdicts().size() - failed);
        json.addProperty("failed", failed);
        json.addProperty("placeholders", report.placeholders());
        json.addProperty("templates", report.templates().size());
        json.addProperty("templatesFailed", report.failedTemplates().size());
        for (Severity severity : Severity.values()) {
            json.addProperty(severity.id(), report.count(severity));
        }
        json.addProperty("suppressed", report.suppressed());
        return json;
    }

    private static JsonObject problem(PathProblem problem) {
        JsonObject json = new JsonObject();
        json.addProperty("path", problem.path());
        json.addProperty("message", problem.message());
        json.addProperty("fix", problem.fix());
        return json;
    }

    private static JsonObject archive(Verdict verdict) {
        JsonObject json = new JsonObject();
        Expectation expectation = verdict.request().expectation();
        json.addProperty("path", verdict.request().path().toString());
        json.addProperty("name", verdict.request().name());
        json.add("sha256", text(verdict.sha256().map(Sha256::hex)));
        json.add("codeSha256", text(verdict.sha256().map(Sha256::base64)));
        json.addProperty("sizeBytes", verdict.size().bytes());
        json.addProperty("unzippedBytes", verdict.unzippedSize().bytes());
        json.addProperty("runtime", expectation.runtime().id());
        json.add("architecture", text(Machine.of(verdict)));
        json.addProperty("verdict", verdict(verdict.passed()));
        json.addProperty("placeholder", expectation.placeholder());
        json.add("entrypoint", object(verdict.entrypoint(), VerifyJson::entrypoint));
        json.add("bundle", object(verdict.dispatch(), VerifyJson::bundle));
        json.add("findings", JsonText.array(verdict.findings(), VerifyJson::finding));
        json.add("suppressed", JsonText.array(verdict.suppressed(), VerifyJson::suppressed));
        return json;
    }

    private static JsonObject template(TemplateVerdict verdict) {
        JsonObject json = new JsonObject();
        json.addProperty("path", verdict.template().file().toString());
        json.addProperty("format", verdict.template().format());
        json.addProperty("verdict", verdict(verdict.passed()));
        json.add("functions", JsonText.array(verdict.template().functions(), function -> safe(function.id())));
        json.add("findings", JsonText.array(verdict.findings(), VerifyJson::finding));
        json.add("suppressed", JsonText.array(verdict.suppressed(), VerifyJson::suppressed));
        return json;
    }

    private static JsonObject entrypoint(EntrypointFacts facts) {
        JsonObject json = new JsonObject();
        json.add("path", safe(facts.path()));
        json.add("resolved", safe(facts.resolved()));
        json.add("mode", text(facts.mode()));
        json.addProperty("format", facts.format());
        json.add("language", text(facts.language()));
        json.add("machine", text(facts.machine()));
        json.add("linkage", text(facts.linkage()));
        json.add("interpreter", text(facts.interpreter()));
        json.add("needed", JsonText.array(facts.needed(), VerifyJson::safe));
        json.add("glibc", text(facts.glibc()));
        json.add("go", object(facts.go(), VerifyJson::go));
        return json;
    }

    private static JsonObject bundle(DispatchFacts facts) {
        JsonObject json = new JsonObject();
        json.add("shim", safe(facts.shim()));
        json.addProperty("dispatch", facts.byFunctionName() ? "function-name" : "handler");
        json.add("handlers", JsonText.array(facts.targets(), VerifyJson::target));
        json.add("executables", JsonText.array(facts.executables(), VerifyJson::entrypoint));
        json.addProperty("more", facts.more());
        return json;
    }

    private static JsonObject target(DispatchFacts.Target target) {
        JsonObject json = new JsonObject();
        json.add("name", safe(target.asked()));
        json.add("functions", text(target.match()));
        json.add("entry", text(target.entry()));
        return json;
    }

    private static JsonObject go(GoFacts facts) {
        JsonObject json = new JsonObject();
        json.add("version", text(facts.version()));
        json.add("path", text(facts.path()));
        json.add("module", text(facts.module()));
        json.add("settings", map(facts.settings()));
        json.add("dependencies", map(facts.dependencies()));
        return json;
    }

    private static JsonObject finding(Finding finding) {
        JsonObject json = new JsonObject();
        json.addProperty("rule", finding.rule());
        json.addProperty("severity", finding.severity().id());
        json.add("entry", text(Optional.of(finding.entry()).filter(entry -> !entry.isEmpty())));
        json.add("line", finding.line() == 0 ? JsonNull.INSTANCE : new JsonPrimitive(finding.line()));
        json.addProperty("message", finding.message());
        json.addProperty("fix", finding.fix());
        json.addProperty("docs", "docs/" + finding.docs());
        return json;
    }

    private static JsonObject suppressed(SuppressedFinding suppressed) {
        JsonObject json = finding(suppressed.finding());
        json.addProperty("reason", suppressed.by().reason());
        json.addProperty("times", suppressed.times());
        return json;
    }

    private static String verdict(boolean passed) {
        return passed ? "pass" : "fail";
    }

    private static JsonObject map(Map<String, String> texts) {
        JsonObject json = new JsonObject();
        texts.forEach((key, value) -> json.add(SafeText.of(key), safe(value)));
        return json;
    }

    private static JsonElement text(Optional<String> text) {
        return text.<JsonElement>map(VerifyJson::safe).orElse(JsonNull.INSTANCE);
    }

    private static JsonPrimitive safe(String text) {
        return new JsonPrimitive(SafeText.of(text));
    }

    private static <T> JsonElement object(Optional<T> value, Function<T, JsonObject> form) {
        return value.<JsonElement>map(form).orElse(JsonNull.INSTANCE);
    }
}
