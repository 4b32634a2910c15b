package io.github.lambdabootstrap.build;

import io.github.lambdabootstrap.build.FunctionDiscovery.Rejected;
import io.github.lambdabootstrap.log.BuildLog;
import io.github.lambdabootstrap.problem.Problem;
import io.github.lambdabootstrap.problem.SafeText;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a build will compile, and what it leaves out and why.
 *
 * @param functions what will be compiled
 * @param others programs that are no functions
 * @param broken modules that do not load
 */
public record FunctionPlan(List<GoFunction> functions, List<Rejected> others, List<BrokenModule> broken) {

    public FunctionPlan {
        functions = List.copyOf(functions);
        others = List.copyOf(others);
        broken = List.copyOf(broken);
    }

    /** Tells what was found, what was not, and why. */
    public void tell(BuildLog log) {
        broken.forEach(module -> log.moduleSkipped(module.directory(), module.error()));
        functions.forEach(
                function -> log.functionFound(function.name(), function.main().directory(), function.reason()));
        others.forEach(other -> tell(other, log));
    }

    /** Whether every module loaded and every program could be judged. */
    boolean isCertain() {
        return !functions.isEmpty() && broken.isEmpty() && others.stream().allMatch(Rejected::known);
    }

    /** That there is no function, with every program that was seen. */
    public Problem nothingFound(Path directory) {
        String seen = others.isEmpty()
                ? "there is no main package"
                : others.stream()
                        .map(other -> SafeText.of(other.main().importPath()) + " " + SafeText.of(other.reason()))
                        .collect(Collectors.joining("; ", "of the main packages, ", ""));
        String unread = broken.stream()
                .map(module -> "; the Go module in "
                        + SafeText.of(module.directory().toString()) + " does not load: " + SafeText.of(module.error()))
                .collect(Collectors.joining());
        return Problem.input(
                        "no Lambda function was found",
                        "name a program in <functions> or <go><includes>; for a module without functions set"
                                + " lambda.failIfNoFunctions=false")
                .at(SafeText.of(directory.toString()))
                .because(seen + unread)
                .docs("reference/build.md#which-programs-are-functions");
    }

    private static void tell(Rejected other, BuildLog log) {
        if (other.known()) {
            log.notAFunction(other.main().directory(), other.reason(), remedy(other));
        } else {
            log.undecided(other.main().directory(), other.reason());
        }
    }

    static String remedy(Rejected other) {
        return other.main().compiles()
                ? "to build it: <discover>true</discover> and <function>" + other.name() + "</function>"
                : "";
    }

    /**
     * A Go module that does not load.
     *
     * @param error Go's own words
     */
    public record BrokenModule(Path directory, String error) {}
}
