package io.github.lambdabootstrap.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.lambdabootstrap.gate.EntrypointFacts;
import io.github.lambdabootstrap.gate.GateReport;
import io.github.lambdabootstrap.gate.GoFacts;
import io.github.lambdabootstrap.gate.PathProblem;
import io.github.lambdabootstrap.gate.Verdict;
import io.github.lambdabootstrap.model.Architecture;
import io.github.lambdabootstrap.model.AtomicFile;
import io.github.lambdabootstrap.model.Sha256;
import io.github.lambdabootstrap.problem.Problem;
import io.github.lambdabootstrap.problem.ProblemException;
import io.github.lambdabootstrap.problem.SafeText;
import io.github.lambdabootstrap.rules.Expectation;
import io.github.lambdabootstrap.rules.Finding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The gate's report as {@code verify.json}, schema version 1. Every key is always there; what is unknown is null. Texts
 * from inside an archive are escaped as on the console; paths on disk keep their value.
 */
public final class VerifyJson {

    /** Rises when a key goes or changes its meaning, not when one is added. */
    public static final int SCHEMA_VERSION = 1;

    private static final Gson GSON = new GsonBuilder()
            .serializeNulls()
            .disableHtmlEscaping()
            .setPrettyPrinting()
            .create();

    private VerifyJson() {}

    /**
     * Replaces the file at once or not at all.
     *
     * @throws ProblemException when it cannot be written
     */
    public static void write(GateReport report, Path file) {
        try {
            new AtomicFile(file).writeIfChanged(text(report));
        } catch (IOException e) {
            throw new ProblemException(Problem.unwritable("the report", file, e), e);
        }
    }

    /** The report as JSON text with a final newline. */
    public static String text(GateReport report) {
        JsonObject root = new JsonObject();
        root.addProperty("schemaVersion", SCHEMA_VERSION);
        root.addProperty("verdict", verdict(report.passed()));
        root.add("problems", array(report.problems(), VerifyJson::problem));
        root.add("archives", array(report.verdicts(), VerifyJson::archive));
        return ascii(GSON.toJson(root)) + "\n";
    }

    /** Outside of ASCII a name can reorder what a reader of the file sees; escaped, its value stays the same. */
    private static String ascii(String json) {
        StringBuilder ascii = new StringBuilder(json.length());
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c < 0x7f) {
                ascii.append(c);
            } else {
                ascii.append(String.format("\\u%04x", (int) c));
            }
        }
        return ascii.toString();
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
        json.add("architecture", text(architecture(verdict)));
        json.addProperty("verdict", verdict(verdict.passed()));
        json.addProperty("placeholder", expectation.placeholder());
        json.add("entrypoint", object(verdict.entrypoint(), VerifyJson::entrypoint));
        json.add("findings", array(verdict.findings(), VerifyJson::finding));
        return json;
    }

    /** What was wanted; where either was fine, what is there. */
    private static Optional<String> architecture(Verdict verdict) {
        return verdict.request()
                .expectation()
                .architecture()
                .or(() -> verdict.entrypoint().flatMap(EntrypointFacts::machine).flatMap(Architecture::parse))
                .map(Architecture::id);
    }

    private static JsonObject entrypoint(EntrypointFacts facts) {
        JsonObject json = new JsonObject();
        json.add("path", safe(facts.path()));
        json.add("resolved", safe(facts.resolved()));
        json.add("mode", text(facts.mode()));
        json.addProperty("format", facts.format());
        json.add("machine", text(facts.machine()));
        json.add("linkage", text(facts.linkage()));
        json.add("interpreter", text(facts.interpreter()));
        json.add("needed", array(facts.needed(), VerifyJson::safe));
        json.add("glibc", text(facts.glibc()));
        json.add("go", object(facts.go(), VerifyJson::go));
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
        json.addProperty("message", finding.message());
        json.addProperty("fix", finding.fix());
        json.addProperty("docs", "docs/" + finding.docs());
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

    private static <T> JsonArray array(List<T> values, Function<T, ? extends JsonElement> form) {
        JsonArray array = new JsonArray();
        values.forEach(value -> array.add(form.apply(value)));
        return array;
    }
}
