package io.github.lambdabootstrap.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.github.lambdabootstrap.model.Architecture;
import io.github.lambdabootstrap.model.AtomicFile;
import io.github.lambdabootstrap.model.LambdaRuntime;
import io.github.lambdabootstrap.model.RuntimeCatalog;
import io.github.lambdabootstrap.problem.Problem;
import io.github.lambdabootstrap.problem.ProblemException;
import io.github.lambdabootstrap.problem.SafeText;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A JSON document that one goal writes for those after it: whole or not there, and of a known schema.
 *
 * @param path absolute
 * @param goal the goal that writes it, for messages
 */
record InventoryFile(Path path, String goal) {

    /** Goes up when a reader of the old form would misread the new one. */
    static final int SCHEMA_VERSION = 1;

    /** Loaded when there is something to read or to write; who only removes a file does not wait for it. */
    private static final class Lines {
        static final Gson GSON =
                new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
    }

    /** Writes the lines under the given name; the file keeps its time when nothing is new. */
    void write(String name, Object lines) {
        JsonObject document = new JsonObject();
        document.addProperty("schemaVersion", SCHEMA_VERSION);
        document.add(name, Lines.GSON.toJsonTree(lines));
        write(Lines.GSON.toJson(document) + "\n");
    }

    /** Writes the document; the file keeps its time when nothing is new. */
    void write(String document) {
        try {
            new AtomicFile(path).writeIfChanged(document);
        } catch (IOException e) {
            throw new ProblemException(Problem.unwritable("the inventory", path, e), e);
        }
    }

    /** Removes the document, if there is one. */
    void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.environment("the inventory of an earlier build cannot be removed", "remove it by hand")
                            .at(SafeText.of(path.toString())),
                    e);
        }
    }

    /** What the converter makes of the document; empty when there is none. */
    <T> Optional<T> readIfPresent(Function<JsonObject, T> converter) {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        try {
            JsonElement document = JsonParser.parseString(Files.readString(path));
            requireKnownSchema(document);
            return Optional.of(converter.apply(document.getAsJsonObject()));
        } catch (IOException | JsonParseException | IllegalArgumentException e) {
            // IllegalArgumentException: a value that its record refuses
            throw new ProblemException(
                    Problem.input(
                                    "the inventory cannot be read: " + SafeText.of(String.valueOf(e.getMessage())),
                                    "run mvn clean, then lambda-bootstrap:" + goal + " again")
                            .at(SafeText.of(path.toString())),
                    e);
        }
    }

    /** What the converter makes of a document that is about to be replaced: a damaged one has nothing worth keeping. */
    <T> Optional<T> readIfUsable(Function<JsonObject, T> converter) {
        try {
            return readIfPresent(converter);
        } catch (ProblemException e) {
            return Optional.empty();
        }
    }

    /** {@link #readIfPresent}, where no document is a problem that names the goal to run. */
    <T> T read(Function<JsonObject, T> converter) {
        return readIfPresent(converter)
                .orElseThrow(() -> ProblemException.of(Problem.input(
                                "lambda-bootstrap:" + goal + " has not run: its inventory does not exist",
                                "run lambda-bootstrap:" + goal + " first, or bind it in the same pom")
                        .at(SafeText.of(path.toString()))));
    }

    /** The lines under the given name as the given shape; each is checked for missing values by its owner. */
    static <T> List<T> lines(JsonObject document, String name, Class<T[]> shape) {
        T[] lines = required(Lines.GSON.fromJson(document.get(name), shape), name);
        return required(Arrays.asList(lines), name);
    }

    /** The value, where an absent one means a damaged document. */
    static <T> T required(T value, String name) {
        if (value == null) {
            throw new JsonParseException("it has no value for '" + name + "'");
        }
        return value;
    }

    /** The values, none of which may be absent. */
    static <T> List<T> required(List<T> values, String name) {
        required((Object) values, name);
        values.forEach(value -> required(value, name));
        return values;
    }

    static LambdaRuntime runtime(RuntimeCatalog catalog, String id) {
        return catalog.find(required(id, "runtime"))
                .orElseThrow(() -> new JsonParseException("it names an unknown runtime: " + id));
    }

    static Architecture architecture(String id) {
        return Architecture.parse(required(id, "architecture"))
                .orElseThrow(() -> new JsonParseException("it names an unknown architecture: " + id));
    }

    /** A file below the inventory's folder is written relative to it, so that the folder can be moved. */
    String written(Path file) {
        Path folder = folder();
        Path absolute = file.toAbsolutePath().normalize();
        Path shown = absolute.startsWith(folder) ? folder.relativize(absolute) : absolute;
        return shown.toString().replace(File.separatorChar, '/');
    }

    /** The absolute path of a file that {@link #written} wrote. */
    Path resolved(String file) {
        return folder().resolve(required(file, "file")).normalize();
    }

    private Path folder() {
        return path.toAbsolutePath().normalize().getParent();
    }

    private static void requireKnownSchema(JsonElement document) {
        if (!document.isJsonObject()) {
            throw new JsonParseException("it is no JSON object");
        }
        JsonElement version = document.getAsJsonObject().get("schemaVersion");
        if (version == null
                || !version.isJsonPrimitive()
                || !version.getAsString().equals("" + SCHEMA_VERSION)) {
            throw new JsonParseException(
                    "its schemaVersion is " + version + ", this version of the plugin reads " + SCHEMA_VERSION);
        }
    }
}
