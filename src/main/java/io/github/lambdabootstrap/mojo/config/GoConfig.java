package io.github.lambdabootstrap.mojo.config;

import io.github.lambdabootstrap.build.GoSettings;
import io.github.lambdabootstrap.model.Glob;
import io.github.lambdabootstrap.problem.Problem;
import io.github.lambdabootstrap.problem.Problems;
import io.github.lambdabootstrap.problem.SafeText;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * {@code <go>}: how Go is called and where it looks; every piece has a default. Each field that is one word, a list or
 * a switch can also be given as a property {@code lambda.go.<field>}, on the command line or in the pom; as with every
 * parameter of Maven, what {@code <go>} says wins.
 */
public class GoConfig {

    /**
     * The {@code go} command ({@code lambda.go.executable}). By default that of a {@code toolchains.xml} entry of type
     * {@code go}, then {@code $GOROOT/bin}, then {@code PATH}.
     */
    private String executable;

    /** Where Go modules are looked for ({@code lambda.go.directory}); the Maven module's folder by default. */
    private File directory;

    /**
     * Globs on name and import path ({@code lambda.go.includes}). When given, exactly the {@code main} packages that
     * match are functions, whatever they import.
     */
    private List<String> includes;

    /** Globs on name and import path ({@code lambda.go.excludes}): which {@code main} packages are no functions. */
    private List<String> excludes;

    /** Import paths of further Runtime API clients ({@code lambda.go.clients}), added to {@code aws-lambda-go}. */
    private List<String> clients;

    /** Build tags ({@code lambda.go.tags}), added to {@code lambda.norpc}. */
    private List<String> tags;

    /** Linker flags ({@code lambda.go.ldflags}), added to {@code -s -w}. */
    private String ldflags;

    /** Further arguments of {@code go build} ({@code lambda.go.arguments}); they come last, so they win. */
    private List<String> arguments;

    /** Environment variables of every {@code go} command. */
    private Map<String, String> environment;

    /** Whether C code may be linked ({@code lambda.go.cgo}); {@code false} by default. */
    private Boolean cgo;

    /** Whether symbols and debug information are left out, {@code -s -w} ({@code lambda.go.strip}). */
    private Boolean strip;

    /** Whether the RPC code that only {@code go1.x} used is left out ({@code lambda.go.norpc}). */
    private Boolean norpc;

    /**
     * What the bean and the properties say together.
     *
     * @param base the Maven module's folder
     * @param properties the value of a property; null when it is not set
     */
    public GoSettings toSettings(Path base, UnaryOperator<String> properties, Problems problems) {
        Overlay overlay = new Overlay(properties);
        List<String> allClients = new ArrayList<>(List.of(GoSettings.AWS_CLIENT));
        allClients.addAll(overlay.list("clients", clients));
        return new GoSettings(
                overlay.text("executable", executable).map(text -> command(base, text)),
                base.resolve(overlay.text("directory", directory == null ? null : directory.getPath())
                                .orElse(""))
                        .toAbsolutePath()
                        .normalize(),
                globs(overlay.list("includes", includes)),
                globs(overlay.list("excludes", excludes)),
                allClients,
                new GoSettings.Flags(
                        overlay.list("tags", tags),
                        overlay.flag("norpc", norpc, true),
                        overlay.text("ldflags", ldflags).orElse(""),
                        overlay.flag("strip", strip, true),
                        overlay.flag("cgo", cgo, false),
                        overlay.list("arguments", arguments),
                        environment(problems)));
    }

    // a name alone is looked for on PATH
    private static String command(Path base, String text) {
        boolean isPath = text.contains("/") || text.contains(File.separator);
        return isPath ? base.resolve(text).toString() : text;
    }

    private Map<String, String> environment(Problems problems) {
        Map<String, String> values = new TreeMap<>();
        if (environment != null) {
            // an empty element is null to Maven, and an empty value to the reader of the pom
            environment.forEach((key, value) -> values.put(key, Objects.requireNonNullElse(value, "")));
        }
        for (String name : List.of("GOOS", "GOARCH")) {
            if (values.containsKey(name)) {
                problems.add(Problem.input(
                                name + "=" + SafeText.of(values.get(name)) + " cannot be set",
                                "set <architecture> instead; the system is always linux")
                        .at("pom.xml <go><environment>"));
            }
        }
        return values;
    }

    private static List<Glob> globs(List<String> patterns) {
        return patterns.stream().map(Glob::new).toList();
    }

    /** A field where the bean has one, else the property of the same name. */
    private record Overlay(UnaryOperator<String> properties) {

        Optional<String> text(String field, String own) {
            return Optional.ofNullable(Texts.isBlank(own) ? property(field) : own)
                    .map(String::trim)
                    .filter(text -> !text.isEmpty());
        }

        List<String> list(String field, List<String> own) {
            return own == null ? Texts.split(property(field)) : Texts.trimmed(own);
        }

        boolean flag(String field, Boolean own, boolean otherwise) {
            return own != null ? own : text(field, null).map(Boolean::valueOf).orElse(otherwise);
        }

        private String property(String field) {
            return properties.apply("lambda.go." + field);
        }
    }
}
