package io.github.lambdabootstrap.build;

import io.github.lambdabootstrap.log.BuildLog;
import io.github.lambdabootstrap.model.AtomicFile;
import io.github.lambdabootstrap.model.FunctionName;
import io.github.lambdabootstrap.model.Sha256;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
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

    /** What is remembered: as properties, which a new JVM reads without the classes of a JSON library. */
    private record Saved(
            String decisions, String sources, String goVersion, Map<String, String> files, List<Found> found) {

        private static final String FILE = "file ";

        static Optional<Saved> of(Properties memory) {
            Map<String, String> files = new TreeMap<>();
            List<Found> found = new ArrayList<>();
            for (String key : memory.stringPropertyNames()) {
                if (key.startsWith(FILE)) {
                    files.put(key.substring(FILE.length()), memory.getProperty(key));
                }
            }
            while (memory.containsKey("directory " + found.size())) {
                found.add(Found.of(memory, " " + found.size()));
            }
            boolean complete = memory.getProperty("found", "").equals(String.valueOf(found.size()))
                    && memory.stringPropertyNames().containsAll(List.of("decisions", "sources", "go"));
            return Optional.of(new Saved(
                            memory.getProperty("decisions"),
                            memory.getProperty("sources"),
                            memory.getProperty("go"),
                            files,
                            found))
                    .filter(saved -> complete);
        }

        Properties toProperties() {
            Properties memory = new Properties();
            memory.setProperty("decisions", decisions);
            memory.setProperty("sources", sources);
            memory.setProperty("go", goVersion);
            files.forEach((path, state) -> memory.setProperty(FILE + path, state));
            for (int i = 0; i < found.size(); i++) {
                found.get(i).putInto(memory, " " + i);
            }
            memory.setProperty("found", String.valueOf(found.size()));
            return memory;
        }
    }

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

    /** A line of the log: a function, or without a name another program. */
    private record Found(String name, String directory, String reason, String remedy) {

        static Found of(Properties memory, String suffix) {
            return new Found(
                    memory.getProperty("name" + suffix, ""),
                    memory.getProperty("directory" + suffix),
                    memory.getProperty("reason" + suffix, ""),
                    memory.getProperty("remedy" + suffix, ""));
        }

        void putInto(Properties memory, String suffix) {
            memory.setProperty("name" + suffix, name);
            memory.setProperty("directory" + suffix, directory);
            memory.setProperty("reason" + suffix, reason);
            memory.setProperty("remedy" + suffix, remedy);
        }

        boolean isFunction() {
            return !name.isEmpty();
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
        Optional<Saved> known = read().filter(saved -> isCurrent(saved, tool));
        known.ifPresent(saved -> {
            log.toolFound(saved.goVersion(), tool.executable(), tool.foundIn());
            saved.found().forEach(found -> tell(found, log));
            log.upToDate((int) saved.found().stream().filter(Found::isFunction).count());
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
        Saved saved = new Saved(decisions, sources.get().digest().hex(), go.version(), files, found(plan));
        new AtomicFile(file).write(temporary -> {
            try (Writer writer = Files.newBufferedWriter(temporary)) {
                saved.toProperties().store(writer, null);
            }
        });
    }

    private static boolean isInside(MainPackage main) {
        return main.directory().startsWith(main.module().directory())
                && Files.isRegularFile(main.module().directory().resolve("go.mod"));
    }

    private boolean isCurrent(Saved saved, GoTool tool) {
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

    private static List<Found> found(FunctionPlan plan) {
        List<Found> found = new ArrayList<>();
        plan.functions()
                .forEach(function -> found.add(new Found(
                        function.name().value(), function.main().directory().toString(), function.reason(), "")));
        plan.others()
                .forEach(other -> found.add(new Found(
                        "", other.main().directory().toString(), other.reason(), FunctionPlan.remedy(other))));
        return found;
    }

    private static void tell(Found found, BuildLog log) {
        Path directory = Path.of(found.directory());
        if (found.isFunction()) {
            log.functionFound(new FunctionName(found.name()), directory, found.reason());
        } else {
            log.notAFunction(directory, found.reason(), found.remedy());
        }
    }

    private Optional<Saved> read() {
        Properties memory = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            memory.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty(); // none, or a damaged one
        }
        return Saved.of(memory);
    }
}
