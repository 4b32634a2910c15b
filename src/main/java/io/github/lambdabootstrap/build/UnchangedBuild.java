package io.github.lambdabootstrap.build;

import io.github.lambdabootstrap.log.BuildLog;
import io.github.lambdabootstrap.model.FunctionName;
import io.github.lambdabootstrap.model.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Knows a build that would make again what is there, without asking Go: the same decisions, the same sources, the same
 * Go and the same outputs as after the last build. Whatever is in doubt is built.
 */
public final class UnchangedBuild {

    private final Place place;
    private final Path file;
    private final String decisions;
    private final Optional<SourceStamp> sources;

    /**
     * Where a build's files are.
     *
     * @param output the output directory
     * @param inventory the name of the list of executables in it, for later goals
     * @param execution the id of the Maven execution, because each of a module builds for itself
     */
    public record Place(Path output, String inventory, String execution) {

        Path memory() {
            String id = Sha256.of(execution.getBytes(StandardCharsets.UTF_8)).abbreviated();
            return output.resolve("go").resolve("unchanged-" + id + ".properties");
        }
    }

    /**
     * Looks at the sources as they are before the build: what is written while it runs is then seen by the next one.
     *
     * @param place where the last build is remembered, and what it made
     * @param decisions everything that decides the build apart from files, as {@link BuildDecisions} gives it
     * @param area the sources
     */
    public UnchangedBuild(Place place, String decisions, GoModules area) {
        this.place = place;
        this.file = place.memory();
        this.decisions = Sha256.of(decisions.getBytes(StandardCharsets.UTF_8)).hex();
        this.sources = stamp(area).filter(SourceStamp::reliable);
    }

    private static Optional<SourceStamp> stamp(GoModules area) {
        try {
            return Optional.of(SourceStamp.of(area.directory(), area.output()));
        } catch (IOException e) {
            return Optional.empty(); // what cannot be read is for Go to complain about
        }
    }

    /** Says whether there is nothing to build, and if so, tells what the last build told of its functions. */
    public boolean recall(GoTool tool, BuildLog log) {
        Optional<BuildMemory> known = BuildMemory.read(file).filter(saved -> isCurrent(saved, tool));
        known.ifPresent(saved -> {
            log.toolFound(saved.goVersion(), tool.executable(), tool.foundIn());
            saved.found().forEach(found -> tell(found, log));
            log.upToDate((int)
                    saved.found().stream().filter(BuildMemory.Found::isFunction).count());
        });
        return known.isPresent();
    }

    /**
     * Remembers a build that succeeded. When that cannot be written the next build asks Go, which is no fault.
     *
     * @param build what made the executables, and knows which of them it need not make again
     */
    public void remember(FunctionPlan plan, GoCommands go, GoBuild build) {
        try {
            write(plan, go, build.proven(plan.functions()));
        } catch (IOException e) {
            // what is there is of an earlier build, and its stamps tell
        }
    }

    private void write(FunctionPlan plan, GoCommands go, List<Path> proven) throws IOException {
        boolean certain = plan.isCertain()
                && !proven.isEmpty()
                && plan.functions().stream().allMatch(function -> isInside(function.main()))
                && go.readsOnlySources();
        if (sources.isEmpty() || !certain) {
            Files.deleteIfExists(file);
            return;
        }
        Map<String, String> files = new TreeMap<>();
        for (Path path : Stream.of(proven, go.files(), List.of(place.output().resolve(place.inventory())))
                .flatMap(List::stream)
                .toList()) {
            files.put(path.toString(), state(path));
        }
        new BuildMemory(decisions, sources.get().digest().hex(), go.version(), files, found(plan)).write(file);
    }

    private static boolean isInside(MainPackage main) {
        return main.directory().startsWith(main.module().directory())
                && Files.isRegularFile(main.module().directory().resolve("go.mod"));
    }

    private boolean isCurrent(BuildMemory saved, GoTool tool) {
        return saved.decisions().equals(decisions)
                && sources.filter(now -> now.digest().hex().equals(saved.sources()))
                        .isPresent()
                && saved.files().containsKey(tool.executable().toString())
                && saved.files().entrySet().stream()
                        .allMatch(entry -> state(Path.of(entry.getKey())).equals(entry.getValue()));
    }

    private static String state(Path path) {
        try {
            return OutputStamp.of(path)
                    .map(stamp -> stamp.size() + " " + stamp.modified().to(TimeUnit.NANOSECONDS) + " "
                            + stamp.key().map(Object::toString))
                    .orElse("none");
        } catch (IOException e) {
            return "unreadable " + e.getMessage();
        }
    }

    private static List<BuildMemory.Found> found(FunctionPlan plan) {
        List<BuildMemory.Found> found = new ArrayList<>();
        plan.functions()
                .forEach(function -> found.add(new BuildMemory.Found(
                        function.name().value(), function.main().directory().toString(), function.reason(), "")));
        plan.others()
                .forEach(other -> found.add(new BuildMemory.Found(
                        "", other.main().directory().toString(), other.reason(), FunctionPlan.remedy(other))));
        return found;
    }

    private static void tell(BuildMemory.Found found, BuildLog log) {
        Path directory = Path.of(found.directory());
        if (found.isFunction()) {
            log.functionFound(new FunctionName(found.name()), directory, found.reason());
        } else {
            log.notAFunction(directory, found.reason(), found.remedy());
        }
    }
}
