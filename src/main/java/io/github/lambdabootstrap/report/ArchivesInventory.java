package io.github.lambdabootstrap.report;

import com.google.gson.JsonObject;
import io.github.lambdabootstrap.model.ByteSize;
import io.github.lambdabootstrap.model.FunctionName;
import io.github.lambdabootstrap.model.PackagedArchive;
import io.github.lambdabootstrap.model.RuntimeCatalog;
import io.github.lambdabootstrap.model.Sha256;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** {@code archives.json}: what {@code package} made, for the goals after it and for its own next run. */
public final class ArchivesInventory {

    /** Its name in the output directory. */
    public static final String FILE_NAME = "archives.json";

    private static final String LINES = "archives";

    private final InventoryFile file;
    private final RuntimeCatalog catalog;

    /**
     * One archive and what {@code package} remembers about it.
     *
     * @param archive what later goals read
     * @param fingerprint digest of everything that decided the archive's bytes
     * @param execution the id of the Maven execution that made it
     */
    public record Entry(PackagedArchive archive, Sha256 fingerprint, String execution) {}

    /** @param folder the output directory, {@code target/lambda} */
    public ArchivesInventory(Path folder, RuntimeCatalog catalog) {
        this.file = new InventoryFile(folder.toAbsolutePath().normalize().resolve(FILE_NAME), "package");
        this.catalog = catalog;
    }

    /**
     * All archives, sorted by name.
     *
     * @throws io.github.lambdabootstrap.problem.ProblemException when there is no inventory or a damaged one
     */
    public List<PackagedArchive> read() {
        return file.read(this::entries).stream().map(Entry::archive).toList();
    }

    /** What an earlier run wrote; nothing when there is no inventory, or none that this version can read. */
    public List<Entry> earlier() {
        return file.readIfUsable(this::entries).orElse(List.of());
    }

    /** Replaces the inventory; the file keeps its time when nothing is new. */
    public void write(List<Entry> entries) {
        file.write(
                LINES,
                entries.stream()
                        .map(this::line)
                        .sorted(Comparator.comparing(Line::name).thenComparing(Line::file))
                        .toList());
    }

    private List<Entry> entries(JsonObject document) {
        return InventoryFile.lines(document, LINES, Line[].class).stream()
                .map(this::entry)
                .toList();
    }

    private Line line(Entry entry) {
        PackagedArchive archive = entry.archive();
        return new Line(
                archive.name(),
                archive.functions().stream().map(FunctionName::value).toList(),
                file.written(archive.file()),
                archive.sha256().hex(),
                archive.size().bytes(),
                archive.unzippedSize().bytes(),
                archive.runtime().id(),
                archive.architecture().id(),
                archive.handlers(),
                archive.layers(),
                archive.placeholder(),
                entry.fingerprint().hex(),
                entry.execution());
    }

    private Entry entry(Line line) {
        PackagedArchive archive = new PackagedArchive(
                InventoryFile.required(line.name(), "name"),
                InventoryFile.required(line.functions(), "functions").stream()
                        .map(FunctionName::new)
                        .toList(),
                file.resolved(line.file()),
                new Sha256(InventoryFile.required(line.sha256(), "sha256")),
                new ByteSize(line.sizeBytes()),
                new ByteSize(line.unzippedBytes()),
                InventoryFile.runtime(catalog, line.runtime()),
                InventoryFile.architecture(line.architecture()),
                InventoryFile.required(line.handlers(), "handlers"),
                InventoryFile.required(line.layers(), "layers"),
                line.placeholder());
        return new Entry(
                archive,
                new Sha256(InventoryFile.required(line.fingerprint(), "fingerprint")),
                InventoryFile.required(line.execution(), "execution"));
    }

    private record Line(
            String name,
            List<String> functions,
            String file,
            String sha256,
            long sizeBytes,
            long unzippedBytes,
            String runtime,
            String architecture,
            List<String> handlers,
            List<String> layers,
            boolean placeholder,
            String fingerprint,
            String execution) {}
}
