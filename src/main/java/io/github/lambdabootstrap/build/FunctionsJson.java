package io.github.lambdabootstrap.build;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.annotations.SerializedName;
import io.github.lambdabootstrap.model.AtomicFile;
import io.github.lambdabootstrap.problem.Problem;
import io.github.lambdabootstrap.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** {@code functions.json}: what a dry run shows, for programs. */
public final class FunctionsJson {

    /** Its name in the report directory. */
    public static final String FILE_NAME = "functions.json";

    private static final int SCHEMA_VERSION = 1;
    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private FunctionsJson() {}

    /**
     * Writes the plan; the file keeps its time when nothing is new.
     *
     * @throws ProblemException when it cannot be written
     */
    public static void write(FunctionPlan plan, Path folder) {
        Path file = folder.resolve(FILE_NAME);
        try {
            new AtomicFile(file).writeIfChanged(GSON.toJson(document(plan)) + "\n");
        } catch (IOException e) {
            throw new ProblemException(Problem.unwritable("the report", file, e), e);
        }
    }

    private static Document document(FunctionPlan plan) {
        return new Document(
                SCHEMA_VERSION,
                plan.functions().stream().flatMap(FunctionsJson::lines).toList(),
                plan.others().stream()
                        .map(other -> new NotFunction(
                                other.main().directory().toString(),
                                other.main().importPath(),
                                other.reason()))
                        .toList(),
                plan.broken().stream()
                        .map(module -> new Broken(module.directory().toString(), module.error()))
                        .toList());
    }

    private static Stream<Line> lines(GoFunction function) {
        MainPackage main = function.main();
        return function.architectures().stream()
                .map(architecture -> new Line(
                        function.name().value(),
                        main.directory().toString(),
                        main.importPath(),
                        main.modulePath(),
                        architecture.id(),
                        function.reason()));
    }

    private record Document(
            int schemaVersion, List<Line> functions, List<NotFunction> notFunctions, List<Broken> brokenModules) {}

    private record Line(
            String name,
            String directory,
            @SerializedName("package") String goPackage,
            String module,
            String architecture,
            String reason) {}

    private record NotFunction(
            String directory, @SerializedName("package") String goPackage, String reason) {}

    private record Broken(String directory, String error) {}
}
