package io.github.lambdabootstrap.build;

import io.github.lambdabootstrap.problem.Problem;
import io.github.lambdabootstrap.problem.ProblemException;
import io.github.lambdabootstrap.problem.SafeText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/** Runs commands, hands their output on while it comes, and leaves none behind when the build is interrupted. */
public final class CommandRunner {

    /** Takes what a command writes to its standard output, to the end. */
    @FunctionalInterface
    public interface Reader {
        void read(InputStream output) throws IOException;
    }

    /**
     * Runs a command whose two outputs are one text for people.
     *
     * @return the exit code
     * @throws ProblemException when it cannot be started
     */
    public int run(Command command, Consumer<String> lines) {
        return run(command, output -> eachLine(output, lines), lines);
    }

    /**
     * Runs a command whose standard output is data and whose error output is for people.
     *
     * @param errors gets the lines of the error output, from another thread
     * @return the exit code
     * @throws ProblemException when it cannot be started or what it writes cannot be read
     */
    public int run(Command command, Reader output, Consumer<String> errors) {
        try {
            Process process = start(command);
            try {
                CompletableFuture<Void> errorLines =
                        CompletableFuture.runAsync(() -> eachLine(process.getErrorStream(), errors));
                output.read(process.getInputStream());
                errorLines.join();
                return process.waitFor();
            } finally {
                // alive only when something above was thrown: go kills its own compilers
                process.descendants().forEach(ProcessHandle::destroy);
                process.destroy();
            }
        } catch (IOException | UncheckedIOException | CompletionException e) {
            throw broken(command, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw broken(command, e);
        }
    }

    private static Process start(Command command) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command.line()).directory(command.directory().toFile());
        builder.environment().putAll(command.environment());
        // without it, Go shows the folder that a symbolic link leads to instead of the one that the user knows
        builder.environment().put("PWD", command.directory().toString());
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    private static void eachLine(InputStream stream, Consumer<String> lines) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            reader.lines().forEach(lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProblemException broken(Command command, Exception cause) {
        return new ProblemException(
                Problem.environment(
                                "'" + SafeText.of(command.line().get(0)) + "' could not be run: "
                                        + SafeText.of(String.valueOf(cause.getMessage())),
                                "run it by hand to see why: " + SafeText.of(command.forShell()))
                        .at(SafeText.of(command.directory().toString())),
                cause);
    }
}
