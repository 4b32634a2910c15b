package io.github.lambdabootstrap.report;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.lambdabootstrap.gate.ArchiveRequest;
import io.github.lambdabootstrap.problem.SafeText;
import java.util.List;

/** {@code deployment.json}: where {@code upload} has put each archive, and all that is known of it. */
final class DeploymentManifest {

    /** Rises when a key goes or changes its meaning, not when one is added. */
    static final int SCHEMA_VERSION = 1;

    private final InventoryFile file;
    private final String pluginVersion;

    /** @param file where it lies: paths below its folder are written relative to it */
    DeploymentManifest(InventoryFile file, String pluginVersion) {
        this.file = file;
        this.pluginVersion = pluginVersion;
    }

    JsonObject of(List<Deployment> deployments) {
        JsonObject root = new JsonObject();
        root.addProperty("schemaVersion", SCHEMA_VERSION);
        root.addProperty("pluginVersion", pluginVersion);
        root.add("archives", JsonText.array(deployments, this::archive));
        return root;
    }

    private JsonObject archive(Deployment deployment) {
        ArchiveRequest request = deployment.verdict().request();
        JsonObject line = new JsonObject();
        line.addProperty("name", deployment.name());
        line.addProperty("runtime", deployment.runtime());
        line.addProperty("architecture", deployment.architecture().orElse(null));
        line.addProperty("handler", deployment.handler().orElse(null));
        line.add("handlers", JsonText.array(deployment.handlers(), JsonPrimitive::new));
        line.addProperty("placeholder", request.expectation().placeholder());
        line.addProperty("file", file.written(request.path()));
        line.addProperty("bytes", deployment.verdict().size().bytes());
        line.addProperty("sha256", deployment.sha256().hex());
        line.addProperty("codeSha256", deployment.sha256().base64());
        locate(line, deployment.location());
        line.addProperty("status", deployment.status());
        line.addProperty(
                "goVersion", deployment.verdict().goVersion().map(SafeText::of).orElse(null));
        return line;
    }

    private static void locate(JsonObject line, Deployment.Location location) {
        line.addProperty("bucket", location.bucket());
        line.addProperty("key", location.key());
        line.addProperty("versionId", location.versionId().orElse(null));
        line.addProperty("region", location.region());
    }
}
