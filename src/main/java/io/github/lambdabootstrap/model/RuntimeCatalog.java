package io.github.lambdabootstrap.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * The runtimes that this plugin knows, from the data file {@code runtimes.properties} beside this class.
 *
 * @param runtimes oldest first
 */
public record RuntimeCatalog(List<LambdaRuntime> runtimes) {

    /** The runtime that new functions get. */
    public static final String DEFAULT_ID = "provided.al2023";

    public RuntimeCatalog {
        runtimes = List.copyOf(runtimes);
    }

    /** The catalog that ships with the plugin. */
    public static RuntimeCatalog builtIn() {
        Properties data = new Properties();
        try (InputStream in = RuntimeCatalog.class.getResourceAsStream("runtimes.properties")) {
            data.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return from(data);
    }

    /**
     * A catalog from data in the form of {@code runtimes.properties}.
     *
     * @throws IllegalArgumentException when a value is missing or malformed
     */
    public static RuntimeCatalog from(Properties data) {
        return new RuntimeCatalog(
                words(data, "runtimes").stream().map(id -> runtime(data, id)).toList());
    }

    /** The runtime with this identifier, ended ones included. */
    public Optional<LambdaRuntime> find(String id) {
        return runtimes.stream().filter(r -> r.id().equals(id)).findFirst();
    }

    /** The identifiers that a function may be built for, for messages that list the choices. */
    public List<String> targetIds() {
        return runtimes.stream()
                .filter(LambdaRuntime::target)
                .map(LambdaRuntime::id)
                .toList();
    }

    /** All identifiers, ended ones included. */
    public List<String> ids() {
        return runtimes.stream().map(LambdaRuntime::id).toList();
    }

    private static LambdaRuntime runtime(Properties data, String id) {
        return new LambdaRuntime(
                id,
                Boolean.parseBoolean(data.getProperty(id + ".target")),
                required(data, id + ".os"),
                DottedVersion.parse(required(data, id + ".glibc"))
                        .orElseThrow(() -> new IllegalArgumentException(id + ".glibc is not a version")),
                architectures(data, id + ".architectures"),
                new Lifecycle(
                        date(data, id + ".deprecated"),
                        date(data, id + ".createBlocked"),
                        date(data, id + ".updateBlocked"),
                        required(data, "source"),
                        LocalDate.parse(required(data, "sourceDate"))));
    }

    private static Set<Architecture> architectures(Properties data, String key) {
        Set<Architecture> found = EnumSet.noneOf(Architecture.class);
        words(data, key)
                .forEach(word -> found.add(Architecture.parse(word)
                        .orElseThrow(() -> new IllegalArgumentException(key + " has no architecture " + word))));
        return found;
    }

    private static Optional<LocalDate> date(Properties data, String key) {
        return Optional.ofNullable(data.getProperty(key)).map(String::trim).map(LocalDate::parse);
    }

    private static List<String> words(Properties data, String key) {
        return Arrays.stream(required(data, key).split(",", -1))
                .map(String::trim)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static String required(Properties data, String key) {
        return Optional.ofNullable(data.getProperty(key))
                .orElseThrow(() -> new IllegalArgumentException("no value for " + key))
                .trim();
    }
}
