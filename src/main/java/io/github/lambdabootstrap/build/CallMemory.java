package io.github.lambdabootstrap.build;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import com.google.gson.reflect.TypeToken;
import io.github.lambdabootstrap.model.Architecture;
import io.github.lambdabootstrap.model.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Remembers the calls that a build needed, so that the next one can make them before it knows that it needs them. */
record CallMemory(Path file) {

    private static final Gson GSON = new Gson();

    /**
     * One call: what the sources say about it, and nothing that the configuration says.
     *
     * @param module the folder in which Go was called
     * @param path the module's path
     */
    record Call(
            String module,
            String path,
            boolean inWorkspace,
            Architecture architecture,
            int turn,
            String folder,
            List<String> packages) {

        Call {
            Objects.requireNonNull(path);
            Objects.requireNonNull(architecture);
            packages = List.copyOf(packages);
            if (!Path.of(module).isAbsolute() || !Path.of(folder).isAbsolute()) {
                throw new JsonParseException("folders are absolute");
            }
            if (packages.stream().anyMatch(name -> name.startsWith("-"))) {
                throw new JsonParseException("flags come from the configuration alone");
            }
        }

        static Call of(BuildCall call, Path folder) {
            GoModule module = call.module();
            return new Call(
                    module.directory().toString(),
                    module.path(),
                    module.inWorkspace(),
                    call.architecture(),
                    call.turn(),
                    folder.toString(),
                    call.patterns());
        }

        Command command(GoCommands go) {
            GoModule where = new GoModule(Path.of(module), path, inWorkspace);
            return new CallFrame(where, architecture, Path.of(folder)).command(go, packages);
        }
    }

    /** The calls of the last build; none without one, or when its memory is damaged. */
    List<Call> recall() {
        try {
            List<Call> calls = GSON.fromJson(Files.readString(file), new TypeToken<List<Call>>() {}.getType());
            return calls == null ? List.of() : List.copyOf(calls);
        } catch (IOException | RuntimeException e) {
            // Gson wraps what a record refuses in a plain RuntimeException
            return List.of();
        }
    }

    void remember(List<Call> calls) throws IOException {
        new AtomicFile(file).writeIfChanged(GSON.toJson(calls));
    }
}
