package io.github.lambdabootstrap.build;

import io.github.lambdabootstrap.log.BuildLog;
import io.github.lambdabootstrap.log.LineSink;
import io.github.lambdabootstrap.log.TextBuildLog;
import io.github.lambdabootstrap.model.Architecture;
import io.github.lambdabootstrap.model.FunctionName;
import io.github.lambdabootstrap.model.FunctionSource;
import io.github.lambdabootstrap.model.FunctionSpec;
import io.github.lambdabootstrap.model.Glob;
import io.github.lambdabootstrap.model.RuntimeCatalog;
import io.github.lambdabootstrap.model.Workers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Go modules made by code, with a stand-in for the Runtime API client, so that no test needs the network. */
final class GoProject {

    /** What a program is about. */
    static final String FUNCTION =
            "package main\n\nimport \"github.com/aws/aws-lambda-go/lambda\"\n\nfunc main() { lambda.Start(nil) }\n";

    static final String CLI = "package main\n\nfunc main() { println(\"tool\") }\n";

    final Path root;
    final List<String> lines = Collections.synchronizedList(new ArrayList<>());
    private final Path stub;

    GoProject(Path folder) {
        this.root = folder.resolve("shop");
        this.stub = folder.resolve("stub");
        writeTo(stub.resolve("go.mod"), "module github.com/aws/aws-lambda-go\n\ngo 1.21\n");
        writeTo(stub.resolve("lambda/lambda.go"), """
                package lambda

                import "os"

                func Start(handler any) { println(os.Getenv("API") + "/2018-06-01/runtime/invocation/next") }
                """);
        // linked in where it is called, left out where it is only imported
        writeTo(stub.resolve("lambda/unused.go"), "package lambda\n\nfunc Nothing() {}\n");
    }

    /** A module in a folder of the project; an empty folder is the root. */
    GoProject module(String folder, String path) {
        Path place = root.resolve(folder);
        return file(
                place.resolve("go.mod"),
                "module " + path + "\n\ngo 1.21\n\nrequire github.com/aws/aws-lambda-go v1.55.1\n\n"
                        + "replace github.com/aws/aws-lambda-go => "
                        + place.relativize(stub) + "\n");
    }

    GoProject function(String folder) {
        return file(folder + "/main.go", FUNCTION);
    }

    GoProject cli(String folder) {
        return file(folder + "/main.go", CLI);
    }

    GoProject file(String path, String text) {
        return file(root.resolve(path), text);
    }

    private GoProject file(Path file, String text) {
        writeTo(file, text);
        return this;
    }

    GoSettings settings() {
        return settings(List.of(), List.of());
    }

    GoSettings settings(List<String> includes, List<String> excludes) {
        return new GoSettings(
                Optional.empty(),
                root,
                includes.stream().map(Glob::new).toList(),
                excludes.stream().map(Glob::new).toList(),
                List.of(GoSettings.AWS_CLIENT),
                flags(Map.of()));
    }

    static GoSettings.Flags flags(Map<String, String> environment) {
        return new GoSettings.Flags(List.of(), true, "", true, false, List.of(), environment);
    }

    GoCommands commands(GoSettings settings) {
        GoToolFinder finder = new GoToolFinder(Optional.empty(), Optional.empty(), System.getenv());
        // offline: nothing in these modules has to be fetched
        return new GoCommands(finder::find, settings.flags(), true, log());
    }

    FunctionFinder finder(GoSettings settings) {
        return new FunctionFinder(new GoList(commands(settings), settings.clients(), log()), new Workers(2));
    }

    FunctionFinder.Request request(GoSettings settings, FunctionSpec... specs) {
        GoModules area = new GoModules(settings.directory(), Set.of(root.resolve("target")));
        return new FunctionFinder.Request(
                area.find(),
                area,
                new FunctionDiscovery(settings, root, new FunctionNaming("shop")),
                Arrays.asList(specs),
                specs.length == 0,
                target());
    }

    static Target target() {
        return new Target(RuntimeCatalog.builtIn().find("provided.al2023").orElseThrow(), List.of(Architecture.X86_64));
    }

    static FunctionSpec spec(String name, FunctionSource source, Architecture... architectures) {
        return new FunctionSpec(
                new FunctionName(name),
                source,
                target().runtime(),
                architectures.length == 0 ? List.of(Architecture.X86_64) : List.of(architectures),
                List.of(),
                false,
                "pom.xml <functions><function>" + name);
    }

    BuildLog log() {
        return new TextBuildLog(
                new LineSink() {
                    @Override
                    public void debug(String line) {
                        lines.add("DEBUG " + line);
                    }

                    @Override
                    public void info(String line) {
                        lines.add(line);
                    }

                    @Override
                    public void warn(String line) {
                        lines.add("WARN " + line);
                    }

                    @Override
                    public void error(String line) {
                        lines.add("ERROR " + line);
                    }
                },
                root);
    }

    private static void writeTo(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
