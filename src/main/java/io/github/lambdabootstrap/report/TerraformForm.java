package io.github.lambdabootstrap.report;

import com.google.gson.JsonObject;
import java.util.List;

/**
 * Where archives are, as Terraform takes it: the value of one variable, a map of objects that all have the same
 * attributes, named as the arguments of {@code aws_lambda_function}. A null there is as if the argument were not given.
 */
final class TerraformForm {

    static final String VARIABLE = "lambda_archives";

    private TerraformForm() {}

    static JsonObject of(List<Deployment> deployments) {
        JsonObject archives = new JsonObject();
        deployments.forEach(deployment -> archives.add(deployment.name(), archive(deployment)));
        JsonObject variables = new JsonObject();
        variables.add(VARIABLE, archives);
        return variables;
    }

    private static JsonObject archive(Deployment deployment) {
        JsonObject archive = new JsonObject();
        archive.addProperty("s3_bucket", deployment.location().bucket());
        archive.addProperty("s3_key", deployment.location().key());
        archive.addProperty(
                "s3_object_version", deployment.location().versionId().orElse(null));
        archive.addProperty("source_code_hash", deployment.sha256().base64());
        archive.addProperty("runtime", deployment.runtime());
        archive.addProperty("architecture", deployment.architecture().orElse(null));
        archive.addProperty("handler", deployment.handler().orElse(null));
        return archive;
    }
}
