package io.github.lambdabootstrap.mojo.config;

import io.github.lambdabootstrap.model.FunctionName;
import io.github.lambdabootstrap.model.FunctionSource;
import io.github.lambdabootstrap.model.FunctionSpec;
import io.github.lambdabootstrap.model.IncludeSpec;
import io.github.lambdabootstrap.model.LambdaRuntime;
import io.github.lambdabootstrap.model.RuntimeCatalog;
import io.github.lambdabootstrap.problem.Problem;
import io.github.lambdabootstrap.problem.Problems;
import io.github.lambdabootstrap.problem.SafeText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code <function>}: one function, or in the short form the name of a discovered one. */
public class FunctionConfig {

    /** The function's name: its archive, classifier and report key. */
    private String name;

    /** Its Go package: {@code ./services/orders} below the Go directory, or an import path. */
    private String goPackage;

    /**
     * Its executable, built by something else. Placeholders such as {@code {architecture}} work. Give this or
     * {@code goPackage}, or neither for a discovered function.
     */
    private String executable;

    /** Its runtime; that of all functions when absent. */
    private String runtime;

    /** Its architecture, or a comma-separated list; that of all functions when absent. */
    private String architecture;

    /**
     * Whether something else uploads its real code later: then it is told as a placeholder, and not judged for a
     * bootstrap.
     */
    private boolean placeholder;

    /** Its own extra files; they win over those of all functions. */
    private List<IncludeConfig> includes;

    /** The short form: {@code <function>orders</function>}. */
    public void set(String text) {
        this.name = text;
    }

    /**
     * The function as a specification; empty when a problem was added.
     *
     * @param base the folder that relative paths start from
     * @param defaults runtime and architecture of all functions
     */
    public Optional<FunctionSpec> toSpec(Path base, TargetConfig defaults, RuntimeCatalog catalog, Problems problems) {
        String id = name == null ? "" : name.trim();
        String where = "pom.xml <functions><function>" + SafeText.of(id);
        if (!FunctionName.isValid(id)) {
            problems.add(Problem.input(
                            "'" + SafeText.of(id) + "' is no function name",
                            "give a <name> of the form " + FunctionName.FORM)
                    .at(where));
            return Optional.empty();
        }
        TargetConfig target = target(defaults, where);
        Optional<LambdaRuntime> runtimeFound = target.runtime(catalog, problems);
        var architectures = target.architectures(problems);
        Optional<FunctionSource> source = source(base, where, problems);
        if (runtimeFound.isEmpty() || source.isEmpty() || architectures.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new FunctionSpec(
                new FunctionName(id),
                source.get(),
                runtimeFound.get(),
                architectures,
                includes(base, where, problems),
                placeholder,
                where));
    }

    private TargetConfig target(TargetConfig defaults, String where) {
        return new TargetConfig(
                Texts.isBlank(runtime) ? defaults.runtime() : runtime,
                Texts.isBlank(architecture) ? defaults.architecture() : architecture,
                where);
    }

    private Optional<FunctionSource> source(Path base, String where, Problems problems) {
        if (!Texts.isBlank(goPackage) && !Texts.isBlank(executable)) {
            problems.add(Problem.input("a function has a <goPackage> and an <executable>", "give one of them")
                    .at(where));
            return Optional.empty();
        }
        if (!Texts.isBlank(goPackage)) {
            return Optional.of(new FunctionSource.GoPackage(goPackage.trim()));
        }
        if (!Texts.isBlank(executable)) {
            return Optional.of(new FunctionSource.ExecutableFile(
                    base.resolve(executable.trim()).toAbsolutePath().normalize().toString()));
        }
        return Optional.of(new FunctionSource.Discovered());
    }

    private List<IncludeSpec> includes(Path base, String where, Problems problems) {
        List<IncludeSpec> specs = new ArrayList<>();
        if (includes != null) {
            for (IncludeConfig include : includes) {
                include.toSpec(base, where + "<includes>", problems).ifPresent(specs::add);
            }
        }
        return specs;
    }
}
