package io.github.lambdabootstrap.build;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.lambdabootstrap.log.BuildLog;
import io.github.lambdabootstrap.model.Architecture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The {@code go} commands of a build: one place decides their flags and their environment, so that what is listed is
 * what is compiled.
 */
public final class GoCommands {

    // GOPATH mode and workspaces named by hand take in sources from anywhere
    private static final List<String> ELSEWHERE = List.of("GOWORK", "GO111MODULE");

    private final Supplier<GoTool> tools;
    private final GoSettings.Flags settings;
    private final boolean offline;
    private final BuildLog log;
    private final CommandRunner runner = new CommandRunner();
    private Installation found;

    /** A Go that answered. */
    private record Installation(GoTool tool, String version, String goflags, String goenv, String goroot) {}

    /**
     * Commands of a Go that is looked for when the first of them is wanted, not before.
     *
     * @param offline whether Go may not reach out for modules and newer versions of itself
     * @param log hears which Go is used
     */
    public GoCommands(Supplier<GoTool> tools, GoSettings.Flags settings, boolean offline, BuildLog log) {
        this.tools = tools;
        this.settings = settings;
        this.offline = offline;
        this.log = log;
    }

    /** Runs the commands. */
    public CommandRunner runner() {
        return runner;
    }

    /** All flags of {@code go build}. */
    public GoFlags flags() {
        return GoFlags.of(settings, installation().goflags());
    }

    /** The version as Go says it. */
    String version() {
        return installation().version();
    }

    /** What Go itself is made of and told by, as far as another Go or another answer would show there. */
    List<Path> files() {
        List<Path> files = new ArrayList<>(List.of(installation().tool().executable()));
        Path root = Path.of(installation().goroot());
        files.addAll(List.of(
                root.resolve("VERSION"),
                root.resolve("go.env"),
                root.resolve("bin").resolve("go")));
        userSettings().ifPresent(files::add);
        return List.copyOf(files);
    }

    /** Whether the commands read nothing but Go, the modules of the sources and the downloaded ones. */
    boolean readsOnlySources() throws IOException {
        Map<String, String> environment = new TreeMap<>(System.getenv());
        environment.putAll(settings.environment());
        boolean cgo = settings.cgo()
                || !settings.environment().getOrDefault("CGO_ENABLED", "0").equals("0");
        boolean elsewhere = ELSEWHERE.stream()
                .anyMatch(name -> !environment.getOrDefault(name, "").isEmpty());
        Optional<Path> file = userSettings().filter(Files::isRegularFile);
        String text = file.isPresent() ? Files.readString(file.get()) : "";
        return !cgo
                && !elsewhere
                && ELSEWHERE.stream().noneMatch(text::contains)
                && GoFlags.readOnlySources(installation().goflags(), settings.arguments());
    }

    private Optional<Path> userSettings() {
        return Optional.of(installation().goenv())
                .filter(path -> !path.isEmpty() && !path.equals("off"))
                .map(Path::of);
    }

    /** A command for the given architecture in a module. */
    public Command forTarget(GoModule module, Architecture architecture, List<String> arguments) {
        Map<String, String> environment = environment();
        environment.put("GOOS", "linux");
        environment.put("GOARCH", architecture.goarch());
        environment.putIfAbsent("CGO_ENABLED", settings.cgo() ? "1" : "0");
        return command(module, arguments, environment);
    }

    /** A command for the machine that the build runs on. */
    public Command forHost(GoModule module, List<String> arguments) {
        return command(module, arguments, environment());
    }

    private Command command(GoModule module, List<String> arguments, Map<String, String> environment) {
        if (!module.inWorkspace()) {
            environment.putIfAbsent("GOWORK", "off");
        }
        List<String> line =
                new ArrayList<>(List.of(installation().tool().executable().toString()));
        line.addAll(arguments);
        return new Command(line, module.directory(), environment);
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new TreeMap<>();
        if (offline) {
            environment.put("GOPROXY", "off");
            environment.put("GOTOOLCHAIN", "local");
        }
        environment.putAll(settings.environment());
        return environment;
    }

    private synchronized Installation installation() {
        if (found == null) {
            found = ask(tools.get());
            log.toolFound(
                    found.version(), found.tool().executable(), found.tool().foundIn());
        }
        return found;
    }

    // GOTOOLCHAIN=local: no go.mod that lies around may make Go download another Go for this question
    private Installation ask(GoTool tool) {
        Map<String, String> environment = environment();
        environment.put("GOTOOLCHAIN", "local");
        environment.put("GOWORK", "off");
        Command command = new Command(
                List.of(tool.executable().toString(), "env", "-json", "GOVERSION", "GOFLAGS", "GOENV", "GOROOT"),
                Path.of("").toAbsolutePath(),
                environment);
        StringBuilder json = new StringBuilder();
        ErrorText errors = new ErrorText();
        int exit = runner.run(
                command, output -> json.append(new String(output.readAllBytes(), StandardCharsets.UTF_8)), errors);
        if (exit != 0) {
            throw GoRefusal.of(errors.first(), command).exception();
        }
        JsonObject values = JsonParser.parseString(json.toString()).getAsJsonObject();
        return new Installation(
                tool,
                text(values, "GOVERSION"),
                text(values, "GOFLAGS"),
                text(values, "GOENV"),
                text(values, "GOROOT"));
    }

    private static String text(JsonObject values, String key) {
        return values.has(key) ? values.get(key).getAsString() : "";
    }
}
