package io.github.lambdabootstrap.truth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs a tool of this machine and insists that it succeeds. */
public final class Tool {

    /** Where everything of the truth test is kept, to be looked at afterwards. */
    public static final Path WORKSHOP = Path.of("target", "truth").toAbsolutePath();

    static final Path SOURCES = Path.of("src", "test", "truth").toAbsolutePath();

    private Tool() {}

    /** What it prints on its standard output. */
    static String run(Path directory, Map<String, String> environment, List<String> command) {
        try {
            Path errors = Files.createTempFile("tool", ".txt");
            ProcessBuilder builder =
                    new ProcessBuilder(command).directory(directory.toFile()).redirectError(errors.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(command + " failed:\n" + output + Files.readString(errors));
            }
            Files.delete(errors);
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(command + " cannot be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(command + " was interrupted", e);
        }
    }

    public static String run(Path directory, String... command) {
        return run(directory, Map.of(), List.of(command));
    }
}
