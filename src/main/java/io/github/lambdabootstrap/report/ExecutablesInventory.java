package io.github.lambdabootstrap.report;

import com.google.gson.JsonObject;
import io.github.lambdabootstrap.model.BuiltExecutable;
import io.github.lambdabootstrap.model.ByteSize;
import io.github.lambdabootstrap.model.FunctionName;
import io.github.lambdabootstrap.model.RuntimeCatalog;
import io.github.lambdabootstrap.model.Sha256;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** {@code executables.json}: what {@code build} made, for the goals after it. */
public final class ExecutablesInventory {

    /** Its name in the output directory. */
    public static final String FILE_NAME = "executables.json";

    private static final String LINES = "executables";
    private static final Comparator<Line> ORDER =
            Comparator.comparing(Line::function).thenComparing(Line::architecture);

    private final InventoryFile file;
    private final RuntimeCatalog catalog;

    /** @param folder the output directory, {@code target/lambda} */
    public ExecutablesInventory(Path folder, RuntimeCatalog catalog) {
        this.file = new InventoryFile(folder.toAbsolutePath().normalize().resolve(FILE_NAME), "build");
        this.catalog = catalog;
    }

    /**
     * All executables, sorted by function and architecture.
     *
     * @throws io.github.lambdabootstrap.problem.ProblemException when there is no inventory or a damaged one
     */
    public List<BuiltExecutable> read() {
        return file.read(this::lines).stream().map(this::executable).toList();
    }

    /**
     * Replaces what an execution said before.
     *
     * @param execution the id of the Maven execution that made the executables
     * @param others the ids of the other executions of the goal in the same module: what they said stays
     */
    public void write(String execution, Set<String> others, List<BuiltExecutable> executables) {
        List<Line> lines = new ArrayList<>(
                executables.stream().map(made -> line(execution, made)).toList());
        file.readIfUsable(this::lines).stream()
                .flatMap(List::stream)
                .filter(old -> others.contains(old.execution()))
                .filter(old -> executables.stream().noneMatch(old::isFor))
                .forEach(lines::add);
        file.write(LINES, lines.stream().sorted(ORDER).toList());
    }

    /** Leaves no inventory: a build that failed has made nothing, and an earlier one's must not pass for its. */
    public void discard() {
        file.delete();
    }

    private List<Line> lines(JsonObject document) {
        List<Line> lines = InventoryFile.lines(document, LINES, Line[].class);
        lines.forEach(this::executable);
        return lines;
    }

    private Line line(String execution, BuiltExecutable made) {
        return new Line(
                made.function().value(),
                file.written(made.file()),
                made.sha256().hex(),
                made.size().bytes(),
                made.runtime().id(),
                made.architecture().id(),
                made.goPackage(),
                made.goModule(),
                execution);
    }

    private BuiltExecutable executable(Line line) {
        return new BuiltExecutable(
                new FunctionName(InventoryFile.required(line.function(), "function")),
                file.resolved(line.file()),
                new Sha256(InventoryFile.required(line.sha256(), "sha256")),
                new ByteSize(line.sizeBytes()),
                InventoryFile.runtime(catalog, line.runtime()),
                InventoryFile.architecture(line.architecture()),
                InventoryFile.required(line.goPackage(), "goPackage"),
                InventoryFile.required(line.goModule(), "goModule"));
    }

    private record Line(
            String function,
            String file,
            String sha256,
            long sizeBytes,
            String runtime,
            String architecture,
            String goPackage,
            String goModule,
            String execution) {

        boolean isFor(BuiltExecutable made) {
            return function.equals(made.function().value())
                    && architecture.equals(made.architecture().id());
        }
    }
}
