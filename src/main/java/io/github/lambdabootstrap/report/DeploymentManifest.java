package io.github.lambdabootstrap.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.lambdabootstrap.gate.ArchiveRequest;
import io.github.lambdabootstrap.gate.EntrypointFacts;
import io.github.lambdabootstrap.gate.GoFacts;
import io.github.lambdabootstrap.gate.Verdict;
import io.github.lambdabootstrap.model.Architecture;
import io.github.lambdabootstrap.model.Sha256;
import io.github.lambdabootstrap.problem.SafeText;
import java.nio.file.Path;
import java.util.List;

/**
 * {@code deployment.json}: where {@code upload} has put each archive, for the tools that deploy functions. It is there
 * only while it is true: a run removes it before its first request and writes it after its last, when every archive is
 * stored.
 */
public final class DeploymentManifest {

    /** Its name in the output directory. */
    public static final String FILE_NAME = "deployment.json";

    /** Rises when a key goes or changes its meaning, not when one is added. */
    public static final int SCHEMA_VERSION = 1;

    /** What Lambda starts when no handler is looked at. */
    private static final String BOOTSTRAP = "bootstrap";

    private static final Gson GSON = new GsonBuilder()
            .serializeNulls()
            .disableHtmlEscaping()
            .setPrettyPrinting()
            .create();

    private final InventoryFile file;
    private final String pluginVersion;

    /** @param folder absolute */
    public DeploymentManifest(Path folder, String pluginVersion) {
        this.file = new InventoryFile(folder.resolve(FILE_NAME), "upload");
        this.pluginVersion = pluginVersion;
    }

    /** Where it is, or would be. */
    public Path path() {
        return file.path();
    }

    /** Removes that of an earlier run, if there is one. */
    public void delete() {
        file.delete();
    }

    /**
     * Writes it whole or not at all.
     *
     * @param deployments every archive of the run
     */
    public void write(List<Deployment> deployments) {
        JsonObject root = new JsonObject();
        root.addProperty("schemaVersion", SCHEMA_VERSION);
        root.addProperty("pluginVersion", pluginVersion);
        JsonArray archives = new JsonArray();
        deployments.stream().map(this::archive).forEach(archives::add);
        root.add("archives", archives);
        file.write(GSON.toJson(root) + "\n");
    }

    private JsonObject archive(Deployment deployment) {
        Verdict verdict = deployment.verdict();
        ArchiveRequest request = verdict.request();
        Sha256 sha256 = verdict.sha256().orElseThrow();
        List<String> handlers = request.expectation().handlers().isEmpty()
                ? List.of(BOOTSTRAP)
                : request.expectation().handlers();
        JsonObject line = new JsonObject();
        line.addProperty("name", request.name());
        line.addProperty("runtime", request.expectation().runtime().id());
        line.addProperty("architecture", architecture(verdict));
        line.addProperty("handler", handlers.size() == 1 ? handlers.get(0) : null);
        line.add("handlers", GSON.toJsonTree(handlers));
        line.addProperty("placeholder", request.expectation().placeholder());
        line.addProperty("file", file.written(request.path()));
        line.addProperty("bytes", verdict.size().bytes());
        line.addProperty("sha256", sha256.hex());
        line.addProperty("codeSha256", sha256.base64());
        locate(line, deployment.location());
        line.addProperty("status", deployment.uploaded() ? "uploaded" : "unchanged");
        line.addProperty("goVersion", goVersion(verdict));
        return line;
    }

    private static void locate(JsonObject line, Deployment.Location location) {
        line.addProperty("bucket", location.bucket());
        line.addProperty("key", location.key());
        line.addProperty("versionId", location.versionId().orElse(null));
        line.addProperty("region", location.region());
    }

    /** What the configuration says; where it accepts either, what the executable is. */
    private static String architecture(Verdict verdict) {
        return verdict.request()
                .expectation()
                .architecture()
                .map(Architecture::id)
                .or(() -> verdict.entrypoint().flatMap(EntrypointFacts::machine))
                .orElse(null);
    }

    private static String goVersion(Verdict verdict) {
        return verdict.entrypoint()
                .flatMap(EntrypointFacts::go)
                .flatMap(GoFacts::version)
                .map(SafeText::of)
                .orElse(null);
    }
}
