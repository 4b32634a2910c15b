package io.github.lambdabootstrap.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where archives are, as CloudFormation takes it: as the parameters of a stack, and as the code of functions. */
final class CloudFormationForms {

    /** The name of the mapping. */
    static final String MAPPING = "LambdaArchives";

    private CloudFormationForms() {}

    /** For {@code --parameter-overrides} of {@code deploy} and {@code --parameters} of {@code create-stack}. */
    static JsonArray parameters(List<Deployment> deployments) {
        Map<String, String> values = new LinkedHashMap<>();
        deployments.forEach(deployment -> code(deployment.location())
                .forEach((property, value) -> values.put(CloudFormationName.of(deployment.name()) + property, value)));
        JsonArray parameters = new JsonArray();
        values.forEach((key, value) -> {
            JsonObject parameter = new JsonObject();
            parameter.addProperty("ParameterKey", key);
            parameter.addProperty("ParameterValue", value);
            parameters.add(parameter);
        });
        return parameters;
    }

    /** A mapping for the section {@code Mappings}; each entry of it is also what stands behind {@code Code:}. */
    static JsonObject fragment(List<Deployment> deployments) {
        JsonObject archives = new JsonObject();
        for (Deployment deployment : deployments) {
            JsonObject code = new JsonObject();
            code(deployment.location()).forEach(code::addProperty);
            archives.add(CloudFormationName.of(deployment.name()), code);
        }
        JsonObject mappings = new JsonObject();
        mappings.add(MAPPING, archives);
        return mappings;
    }

    /** The properties of {@code Code}; CloudFormation refuses a version that is empty. */
    private static Map<String, String> code(Deployment.Location location) {
        Map<String, String> code = new LinkedHashMap<>();
        code.put("S3Bucket", location.bucket());
        code.put("S3Key", location.key());
        location.versionId().ifPresent(version -> code.put("S3ObjectVersion", version));
        return code;
    }
}
