package io.github.lambdabootstrap.build;

import io.github.lambdabootstrap.model.AtomicFile;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * What is remembered of a build: as properties, which a new JVM reads without the classes of a JSON library.
 *
 * @param decisions the digest of what decided it apart from files
 * @param sources the digest of its sources' stamps
 * @param goVersion of the Go that made it, for example {@code go1.26.8}
 * @param files the paths of Go's files, the outputs and the inventory, each with its state
 * @param found what the log said was found, in that order
 */
record BuildMemory(String decisions, String sources, String goVersion, Map<String, String> files, List<Found> found) {

    private static final String FILE = "file ";

    BuildMemory {
        files = Map.copyOf(files);
        found = List.copyOf(found);
    }

    /**
     * A program that was found.
     *
     * @param name of the function; empty for another program
     * @param directory absolute
     * @param reason why it is a function, or is none
     * @param remedy how to make one of it; empty for a function
     */
    record Found(String name, String directory, String reason, String remedy) {

        boolean isFunction() {
            return !name.isEmpty();
        }

        private static Found of(Properties memory, String suffix) {
            return new Found(
                    memory.getProperty("name" + suffix, ""),
                    memory.getProperty("directory" + suffix),
                    memory.getProperty("reason" + suffix, ""),
                    memory.getProperty("remedy" + suffix, ""));
        }

        private void putInto(Properties memory, String suffix) {
            memory.setProperty("name" + suffix, name);
            memory.setProperty("directory" + suffix, directory);
            memory.setProperty("reason" + suffix, reason);
            memory.setProperty("remedy" + suffix, remedy);
        }
    }

    /** What a file remembers; nothing when there is none or it is damaged. */
    static Optional<BuildMemory> read(Path file) {
        Properties memory = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            memory.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
        return of(memory);
    }

    private static Optional<BuildMemory> of(Properties memory) {
        Map<String, String> files = new TreeMap<>();
        for (String key : memory.stringPropertyNames()) {
            if (key.startsWith(FILE)) {
                files.put(key.substring(FILE.length()), memory.getProperty(key));
            }
        }
        List<Found> found = new ArrayList<>();
        while (memory.containsKey("directory " + found.size())) {
            found.add(Found.of(memory, " " + found.size()));
        }
        boolean complete = memory.getProperty("found", "").equals(String.valueOf(found.size()))
                && memory.stringPropertyNames().containsAll(List.of("decisions", "sources", "go"));
        return Optional.of(memory)
                .filter(whole -> complete)
                .map(whole -> new BuildMemory(
                        whole.getProperty("decisions"),
                        whole.getProperty("sources"),
                        whole.getProperty("go"),
                        files,
                        found));
    }

    /** Writes it, whole or not at all. */
    void write(Path file) throws IOException {
        Properties memory = toProperties();
        new AtomicFile(file).write(temporary -> {
            try (Writer writer = Files.newBufferedWriter(temporary)) {
                memory.store(writer, null);
            }
        });
    }

    private Properties toProperties() {
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
