package io.github.lambdabootstrap.s3;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The AWS CLI, which {@code src/test/s3/setup} brings: what others see of what was uploaded. */
public record AwsCli(URI endpoint, Path folder) {

    /** Who asks, and nothing of the machine's own configuration. */
    static Map<String, String> environment(Path folder) {
        return Map.of(
                "AWS_ACCESS_KEY_ID",
                ServerProgram.ACCOUNT,
                "AWS_SECRET_ACCESS_KEY",
                ServerProgram.SECRET,
                "AWS_DEFAULT_REGION",
                "us-east-1",
                "AWS_CONFIG_FILE",
                folder.resolve("no-config").toString(),
                "AWS_EC2_METADATA_DISABLED",
                "true");
    }

    /** What {@code aws s3api} answers; an empty object when it answers nothing. */
    public JsonObject s3api(String... arguments) throws IOException {
        return json("s3api", arguments);
    }

    /** What a service answers; an empty object when it answers nothing. */
    public JsonObject json(String service, String... arguments) throws IOException {
        String output = run(service, arguments);
        return output.isBlank()
                ? new JsonObject()
                : JsonParser.parseString(output).getAsJsonObject();
    }

    /** What a command prints. */
    public String run(String service, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ServerProgram.tool("s3/bin/aws"), "--endpoint-url", endpoint.toString(), "--output", "json", service));
        command.addAll(List.of(arguments));
        Path errors = folder.resolve("aws-errors.txt");
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
        builder.environment().putAll(environment(folder));
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (exitCode(process) != 0) {
            throw new AssertionError(command + " failed: " + Files.readString(errors));
        }
        return output;
    }

    /** The content of an object. */
    byte[] read(String bucket, String key) throws IOException {
        Path file = folder.resolve("aws-read");
        s3api("get-object", "--checksum-mode", "ENABLED", "--bucket", bucket, "--key", key, file.toString());
        return Files.readAllBytes(file);
    }

    private static int exitCode(Process process) throws IOException {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
