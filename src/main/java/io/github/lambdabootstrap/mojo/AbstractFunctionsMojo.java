package io.github.lambdabootstrap.mojo;

import io.github.lambdabootstrap.build.GoSettings;
import io.github.lambdabootstrap.model.FunctionName;
import io.github.lambdabootstrap.model.FunctionSpec;
import io.github.lambdabootstrap.model.IncludeSpec;
import io.github.lambdabootstrap.model.RuntimeCatalog;
import io.github.lambdabootstrap.mojo.config.FunctionConfig;
import io.github.lambdabootstrap.mojo.config.GoConfig;
import io.github.lambdabootstrap.mojo.config.IncludeConfig;
import io.github.lambdabootstrap.mojo.config.TargetConfig;
import io.github.lambdabootstrap.problem.Problem;
import io.github.lambdabootstrap.problem.Problems;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugins.annotations.Parameter;

/** The functions of a module, as the goals that make something of them are told about them. */
abstract class AbstractFunctionsMojo extends AbstractLambdaMojo {

    /**
     * The runtime of the functions that name none.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda.runtime", defaultValue = RuntimeCatalog.DEFAULT_ID)
    private String runtime;

    /**
     * The architecture of the functions that name none: {@code x86_64}, {@code arm64}, or both as a comma-separated
     * list.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda.architecture", defaultValue = "x86_64")
    private String architecture;

    /**
     * The functions. Without this, every Lambda function found in the Go modules below the module's folder; with it,
     * exactly these. The short form {@code <function>orders</function>} names a found one.
     *
     * @since 0.1.0
     */
    @Parameter
    private List<FunctionConfig> functions;

    /**
     * Whether the found functions are added to those of {@code <functions>}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda.discover", defaultValue = "false")
    private boolean discover;

    /**
     * Extra files of every function.
     *
     * @since 0.1.0
     */
    @Parameter
    private List<IncludeConfig> includes;

    /**
     * How Go is called and where it looks.
     *
     * @since 0.1.0
     */
    @Parameter
    private GoConfig go;

    /**
     * Where everything is written: executables, archives, inventories, reports.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda.outputDirectory", defaultValue = "${project.build.directory}/lambda")
    private File outputDirectory;

    /** Absolute. */
    protected Path outputDirectory() {
        return outputDirectory.toPath().toAbsolutePath().normalize();
    }

    /** How Go is called; all defaults when nothing is said. */
    protected GoSettings go(Problems problems) {
        GoConfig config = go == null ? new GoConfig() : go;
        return config.toSettings(
                baseDirectory(), name -> properties().find(name).orElse(null), problems);
    }

    /** Extra files of every function. */
    protected List<IncludeSpec> includes(Problems problems) {
        List<IncludeSpec> specs = new ArrayList<>();
        if (includes != null) {
            for (IncludeConfig include : includes) {
                include.toSpec(baseDirectory(), "pom.xml <includes>", problems).ifPresent(specs::add);
            }
        }
        return List.copyOf(specs);
    }

    /** The ids of the other executions of this goal in this module: what they say in an inventory is theirs. */
    protected Set<String> otherExecutions() {
        Plugin plugin = project.getPlugin(execution.getPlugin().getKey());
        return Stream.ofNullable(plugin)
                .flatMap(found -> found.getExecutions().stream())
                .filter(found -> found.getGoals().contains(execution.getGoal()))
                .map(PluginExecution::getId)
                .filter(id -> !id.equals(execution.getExecutionId()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Runtime and architectures of the functions that name none. */
    protected TargetConfig defaultTarget() {
        return new TargetConfig(runtime, architecture, "pom.xml <configuration>");
    }

    /** Whether found functions count beside those that {@link #functions} gives. */
    protected boolean discovers() {
        return discover || functions == null || functions.isEmpty();
    }

    /** The functions of the pom, in its order; their problems are added. Found functions are not among them. */
    protected List<FunctionSpec> functions(RuntimeCatalog catalog, Problems problems) {
        List<FunctionSpec> specs = new ArrayList<>();
        if (functions != null) {
            for (FunctionConfig function : functions) {
                function.toSpec(baseDirectory(), defaultTarget(), catalog, problems)
                        .ifPresent(specs::add);
            }
        }
        reportEqualNames(specs, problems);
        return List.copyOf(specs);
    }

    /** The functions of the pom whose real code is uploaded later by something else. */
    protected Set<FunctionName> placeholders(List<FunctionSpec> specs) {
        return specs.stream()
                .filter(FunctionSpec::placeholder)
                .map(FunctionSpec::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static void reportEqualNames(List<FunctionSpec> specs, Problems problems) {
        Map<String, FunctionName> seen = new LinkedHashMap<>();
        for (FunctionSpec spec : specs) {
            FunctionName earlier = seen.putIfAbsent(spec.name().key(), spec.name());
            if (earlier != null) {
                problems.add(Problem.input(
                                "two functions are called '" + earlier + "'"
                                        + (earlier.equals(spec.name()) ? "" : " and '" + spec.name() + "'"),
                                "give each function a name of its own; upper and lower case count as equal")
                        .at(spec.where()));
            }
        }
    }
}
