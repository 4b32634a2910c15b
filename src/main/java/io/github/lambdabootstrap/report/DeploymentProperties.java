package io.github.lambdabootstrap.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Where archives are, as properties of the module, for the plugins that run after {@code upload} in the same build. */
public final class DeploymentProperties {

    private static final String PREFIX = "lambda.archive.";

    private DeploymentProperties() {}

    /** By name, {@code lambda.archive.<archive>.<what>}; what is unknown, or does not exist, has none. */
    public static Map<String, String> of(List<Deployment> deployments) {
        Map<String, String> properties = new TreeMap<>();
        for (Deployment deployment : deployments) {
            String prefix = PREFIX + deployment.name() + ".";
            Deployment.Location location = deployment.location();
            properties.put(prefix + "bucket", location.bucket());
            properties.put(prefix + "key", location.key());
            location.versionId().ifPresent(version -> properties.put(prefix + "versionId", version));
            properties.put(prefix + "region", location.region());
            properties.put(prefix + "sha256", deployment.sha256().hex());
            properties.put(prefix + "codeSha256", deployment.sha256().base64());
            properties.put(
                    prefix + "file", deployment.verdict().request().path().toString());
            properties.put(prefix + "bytes", "" + deployment.verdict().size().bytes());
            properties.put(prefix + "runtime", deployment.runtime());
            deployment.architecture().ifPresent(id -> properties.put(prefix + "architecture", id));
            deployment.handler().ifPresent(handler -> properties.put(prefix + "handler", handler));
            properties.put(prefix + "status", deployment.status());
        }
        return properties;
    }
}
