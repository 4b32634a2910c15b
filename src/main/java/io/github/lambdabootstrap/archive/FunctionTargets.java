package io.github.lambdabootstrap.archive;

import io.github.lambdabootstrap.model.Architecture;
import io.github.lambdabootstrap.model.BuiltExecutable;
import io.github.lambdabootstrap.model.FunctionName;
import io.github.lambdabootstrap.model.FunctionSource;
import io.github.lambdabootstrap.model.FunctionSpec;
import io.github.lambdabootstrap.model.Sha256;
import io.github.lambdabootstrap.problem.Problem;
import io.github.lambdabootstrap.problem.Problems;
import io.github.lambdabootstrap.problem.SafeText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Brings together what the pom says about functions and what {@code lambda-bootstrap:build} made of them.
 *
 * @param built the inventory of executables; none when every function has an executable of its own
 * @param version of the Maven module, for placeholders
 */
public record FunctionTargets(List<BuiltExecutable> built, String version) {

    public FunctionTargets {
        built = List.copyOf(built);
    }

    /** One target for each function of the pom and each of its architectures. */
    public List<FunctionTarget> configured(List<FunctionSpec> specs, Problems problems) {
        List<FunctionTarget> targets = new ArrayList<>();
        for (FunctionSpec spec : specs) {
            for (Architecture architecture : spec.architectures()) {
                executable(spec, architecture, problems)
                        .map(executable -> target(spec, architecture, executable))
                        .ifPresent(targets::add);
            }
        }
        return targets;
    }

    /** One target for each executable of a function that the pom does not name. */
    public List<FunctionTarget> found(List<FunctionSpec> specs) {
        Map<FunctionName, Long> architectures =
                built.stream().collect(Collectors.groupingBy(BuiltExecutable::function, Collectors.counting()));
        return built.stream()
                .filter(made -> specs.stream().noneMatch(spec -> spec.name().equals(made.function())))
                .map(made -> new FunctionTarget(
                        made.function(),
                        made.runtime(),
                        made.architecture(),
                        architectures.get(made.function()) == 1,
                        made.file(),
                        Optional.of(made.sha256()),
                        Optional.of(made.packagePath()),
                        List.of(),
                        "function '" + made.function() + "'"))
                .toList();
    }

    private record Executable(Path file, Optional<Sha256> sha256, Optional<String> packagePath) {

        static Executable of(BuiltExecutable made) {
            return new Executable(made.file(), Optional.of(made.sha256()), Optional.of(made.packagePath()));
        }
    }

    private static FunctionTarget target(FunctionSpec spec, Architecture architecture, Executable executable) {
        return new FunctionTarget(
                spec.name(),
                spec.runtime(),
                architecture,
                spec.architectures().size() == 1,
                executable.file(),
                executable.sha256(),
                executable.packagePath(),
                spec.includes(),
                spec.where());
    }

    private Optional<Executable> executable(FunctionSpec spec, Architecture architecture, Problems problems) {
        if (spec.source() instanceof FunctionSource.ExecutableFile file) {
            return ownExecutable(spec, architecture, file.path(), problems);
        }
        Optional<Executable> made = built.stream()
                .filter(line -> line.function().equals(spec.name()) && line.architecture() == architecture)
                .findFirst()
                .map(Executable::of);
        if (made.isEmpty()) {
            problems.add(Problem.input(
                            "function '" + spec.name() + "' has no executable for " + architecture
                                    + ": lambda-bootstrap:build made none",
                            "run lambda-bootstrap:build with the same configuration first, or give an <executable>")
                    .at(spec.where()));
        }
        return made;
    }

    private Optional<Executable> ownExecutable(
            FunctionSpec spec, Architecture architecture, String path, Problems problems) {
        Placeholders placeholders = Placeholders.of(spec.name(), spec.runtime(), architecture, version);
        List<String> unknown = placeholders.unknown(path);
        if (!unknown.isEmpty()) {
            problems.add(Problem.input(
                            "the path of the executable has unknown placeholders: "
                                    + SafeText.of(String.join(" ", unknown)),
                            "use " + Placeholders.CHOICES)
                    .at(spec.where() + "<executable>"));
            return Optional.empty();
        }
        return Optional.of(new Executable(Path.of(placeholders.fill(path)), Optional.empty(), Optional.empty()));
    }
}
