package io.github.lambdabootstrap.build;

import io.github.lambdabootstrap.problem.Problem;
import io.github.lambdabootstrap.problem.ProblemException;
import io.github.lambdabootstrap.problem.SafeText;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the {@code go} command: the configured one, else that of a toolchain, of {@code GOROOT}, of {@code PATH}.
 *
 * @param configured a path, or a name to look for on {@code PATH}
 * @param toolchainHome the {@code goHome} of a toolchain
 * @param environment the variables of the build
 */
public record GoToolFinder(Optional<String> configured, Optional<Path> toolchainHome, Map<String, String> environment) {

    private static final String CONFIGURED = "lambda.go.executable";
    private static final String TOOLCHAIN = "toolchains.xml";

    public GoToolFinder {
        environment = Map.copyOf(environment);
    }

    /**
     * The command.
     *
     * @throws ProblemException when there is none, or none where the configuration says; it tells where was looked
     */
    public GoTool find() {
        if (configured.isPresent()) {
            return candidates(configured.get())
                    .map(file -> new GoTool(file, CONFIGURED))
                    .findFirst()
                    .orElseThrow(() -> missing(CONFIGURED, configured.get()));
        }
        if (toolchainHome.isPresent()) {
            return inHome(toolchainHome.get())
                    .map(file -> new GoTool(file, TOOLCHAIN))
                    .orElseThrow(() ->
                            missing(TOOLCHAIN + " <goHome>", toolchainHome.get().toString()));
        }
        return goroot().flatMap(GoToolFinder::inHome)
                .map(file -> new GoTool(file, "GOROOT"))
                .or(() -> onPath("go").map(file -> new GoTool(file, "PATH")))
                .orElseThrow(this::nowhere);
    }

    private Stream<Path> candidates(String text) {
        boolean isPath = text.contains("/") || text.contains(File.separator);
        return isPath ? runnable(Path.of(text)).stream() : onPath(text).stream();
    }

    private Optional<Path> goroot() {
        return Optional.ofNullable(environment.get("GOROOT"))
                .filter(home -> !home.isBlank())
                .map(Path::of);
    }

    private static Optional<Path> inHome(Path home) {
        return runnable(home.resolve("bin").resolve("go"));
    }

    private Optional<Path> onPath(String name) {
        return path().stream()
                .map(folder -> runnable(Path.of(folder).resolve(name)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private List<String> path() {
        return Arrays.stream(environment.getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .filter(folder -> !folder.isBlank())
                .toList();
    }

    private static Optional<Path> runnable(Path file) {
        return Stream.of(file, file.resolveSibling(file.getFileName() + ".exe"))
                .filter(candidate -> Files.isRegularFile(candidate) && Files.isExecutable(candidate))
                .map(candidate -> candidate.toAbsolutePath().normalize())
                .findFirst();
    }

    private static ProblemException missing(String place, String text) {
        return ProblemException.of(Problem.input(
                        "there is no go command at '" + SafeText.of(text) + "'",
                        "correct " + place + ", or remove it to use GOROOT or PATH")
                .at(place)
                .docs("reference/build.md#finding-go"));
    }

    private ProblemException nowhere() {
        return ProblemException.of(Problem.environment(
                        "Go was not found",
                        "install Go (https://go.dev/dl), or give -Dlambda.go.executable=/path/to/go, or <executable>"
                                + " for a function that something else builds")
                .at("looked in lambda.go.executable: not set; toolchains.xml: no toolchain of type go; GOROOT: "
                        + goroot().map(home -> "no bin/go in " + SafeText.of(home.toString()))
                                .orElse("not set")
                        + "; PATH: no go in " + path().size() + " folders")
                .because("a function of this module is a Go package")
                .docs("reference/build.md#finding-go"));
    }
}
