package io.github.lambdabootstrap.build;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.annotations.SerializedName;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.github.lambdabootstrap.log.BuildLog;
import io.github.lambdabootstrap.model.Architecture;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Asks Go which {@code main} packages there are, with the flags and the environment that will compile them. */
public final class GoList {

    // without -pgo=off a default.pgo beside a main renames the client in Deps; without -e one error hides all packages
    private static final List<String> QUESTION = List.of(
            "list",
            "-e",
            "-pgo=off",
            "-json=ImportPath,Dir,Name,Imports,Deps,GoFiles,CgoFiles,InvalidGoFiles,Module,Error,DepsErrors,Incomplete");

    private static final Gson GSON = new Gson();

    private final GoCommands go;
    private final List<String> clients;
    private final BuildLog log;

    /** @param clients import paths of what makes a program a function */
    public GoList(GoCommands go, List<String> clients, BuildLog log) {
        this.go = go;
        this.clients = List.copyOf(clients);
        this.log = log;
    }

    /**
     * What Go says about a module.
     *
     * @param mains its programs, in Go's order
     * @param others all else that was named
     * @param refusals why it does not load, at most one
     */
    public record Listing(
            GoModule module, List<MainPackage> mains, List<OtherPackage> others, List<GoRefusal> refusals) {

        public Listing {
            mains = List.copyOf(mains);
            others = List.copyOf(others);
            refusals = List.copyOf(refusals);
        }
    }

    /**
     * What is no {@code main} package.
     *
     * @param importPath its import path, or the pattern when there is no such package
     * @param directory absolute, or empty when there is none
     * @param why why it is no program
     */
    public record OtherPackage(String importPath, String directory, String why) {}

    /**
     * Lists what the patterns match.
     *
     * @param architecture the target whose files are looked at
     * @param patterns packages as {@code go} takes them
     */
    public Listing list(GoModule module, Architecture architecture, List<String> patterns) {
        List<String> arguments = Stream.of(QUESTION, go.flags().forList(), patterns)
                .flatMap(List::stream)
                .toList();
        Command command = go.forTarget(module, architecture, arguments);
        List<MainPackage> mains = new ArrayList<>();
        List<OtherPackage> others = new ArrayList<>();
        ErrorText errors = new ErrorText();
        int exit = go.runner().run(command, output -> read(output, line -> sort(line, module, mains, others)), text -> {
            errors.accept(text);
            if (text.startsWith("go: downloading ")) {
                log.toolPrinted(text);
            }
        });
        return new Listing(
                module, mains, others, exit == 0 ? List.of() : List.of(GoRefusal.of(errors.first(), command)));
    }

    private static void read(InputStream output, Consumer<Line> lines) throws IOException {
        BufferedReader text = new BufferedReader(new InputStreamReader(output, StandardCharsets.UTF_8));
        text.mark(1);
        if (text.read() < 0) {
            return; // a Go that refused
        }
        text.reset();
        try (JsonReader reader = new JsonReader(text)) {
            // objects follow each other without commas
            reader.setStrictness(Strictness.LENIENT);
            while (reader.peek() != JsonToken.END_DOCUMENT) {
                lines.accept(GSON.fromJson(reader, Line.class));
            }
        } catch (JsonParseException e) {
            throw new IOException("go list printed something else than JSON", e);
        }
    }

    private void sort(Line line, GoModule module, List<MainPackage> mains, List<OtherPackage> others) {
        // a folder that holds files of two packages is listed under either name
        boolean mentioned = line.ownError() != null && mentionsClient(line);
        if (!line.directory().isEmpty() && (line.name().equals("main") || mentioned)) {
            mains.add(main(line, module, mentioned));
        } else {
            others.add(new OtherPackage(
                    line.importPath(),
                    line.directory(),
                    line.error().orElse("it is package " + line.name() + ", not main")));
        }
    }

    private MainPackage main(Line line, GoModule module, boolean mentioned) {
        return new MainPackage(
                module,
                line.module() == null ? module.path() : line.module().path(),
                line.importPath(),
                Path.of(line.directory()),
                !line.goFiles().isEmpty()
                        || !line.cgoFiles().isEmpty()
                        || !line.invalidGoFiles().isEmpty(),
                client(line, mentioned),
                line.error());
    }

    private MainPackage.Client client(Line line, boolean mentioned) {
        if (mentioned || line.imports().stream().anyMatch(clients::contains)) {
            return MainPackage.Client.DIRECT;
        }
        if (line.deps().stream().anyMatch(clients::contains)) {
            return MainPackage.Client.TRANSITIVE;
        }
        return line.incomplete() ? MainPackage.Client.UNKNOWN : MainPackage.Client.NONE;
    }

    // Go lists no imports of a file that it cannot parse
    private boolean mentionsClient(Line line) {
        return line.invalidGoFiles().stream()
                .map(file -> text(Path.of(line.directory(), file)))
                .anyMatch(text -> clients.stream().anyMatch(client -> text.contains('"' + client + '"')));
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One object of Go's output; what Go leaves out is empty. */
    @SuppressWarnings("UnusedMethod") // the constructor: Gson calls it
    private record Line(
            @SerializedName("ImportPath") String importPath,
            @SerializedName("Dir") String directory,
            @SerializedName("Name") String name,
            @SerializedName("Imports") List<String> imports,
            @SerializedName("Deps") List<String> deps,
            @SerializedName("GoFiles") List<String> goFiles,
            @SerializedName("CgoFiles") List<String> cgoFiles,
            @SerializedName("InvalidGoFiles") List<String> invalidGoFiles,
            @SerializedName("Module") ModuleLine module,
            @SerializedName("Error") ErrorLine ownError,
            @SerializedName("DepsErrors") List<ErrorLine> depsErrors,
            @SerializedName("Incomplete") boolean incomplete) {

        Line {
            directory = Objects.requireNonNullElse(directory, "");
            name = Objects.requireNonNullElse(name, "");
            imports = orNone(imports);
            deps = orNone(deps);
            goFiles = orNone(goFiles);
            cgoFiles = orNone(cgoFiles);
            invalidGoFiles = orNone(invalidGoFiles);
            depsErrors = orNone(depsErrors);
        }

        Optional<String> error() {
            return Stream.concat(Stream.ofNullable(ownError), depsErrors.stream())
                    .findFirst()
                    .map(ErrorLine::text);
        }

        private static <T> List<T> orNone(List<T> list) {
            return list == null ? List.of() : list;
        }
    }

    private record ModuleLine(@SerializedName("Path") String path) {}

    private record ErrorLine(
            @SerializedName("Pos") String position,
            @SerializedName("Err") String message) {
        String text() {
            return position == null || position.isEmpty() ? message : position + ": " + message;
        }
    }
}
