package io.github.lambdabootstrap.template;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Goes through files and says what each becomes: reads, plans, rewrites, proves. Writes nothing. */
public final class Migration {

    private final MigrationSettings settings;
    private final TemplateScanner scanner;

    public Migration(MigrationSettings settings) {
        this.settings = settings;
        this.scanner = new TemplateScanner(new OldRuntimes(settings));
    }

    /** What the files of the selection become. */
    public MigrationReport plan(TemplateSelection selection) {
        Stream<ScannedFile> files = selection.files().stream().map(path -> scan(path, selection));
        Stream<ScannedFile> links =
                selection.links().stream().map(path -> scan(path, selection)).map(this::behindLink);
        return plan(Stream.concat(files, links).toList());
    }

    private ScannedFile scan(Path path, TemplateSelection selection) {
        return scanner.scan(path, selection.named().contains(path));
    }

    private MigrationReport plan(List<ScannedFile> scanned) {
        List<FileOutcome> outcomes = new ArrayList<>();
        Map<Path, List<ScannedFile>> modules = new LinkedHashMap<>();
        for (ScannedFile file : scanned) {
            if (file.reading().isEmpty()) {
                outcomes.add(file.unchanged(file.remarks()));
            } else if (file.format() == TemplateFormat.TERRAFORM) {
                modules.computeIfAbsent(file.path().getParent(), folder -> new ArrayList<>())
                        .add(file);
            } else {
                outcomes.addAll(TemplateUnit.file(file, settings).outcomes(settings));
            }
        }
        modules.values()
                .forEach(files ->
                        outcomes.addAll(TemplateUnit.module(files, settings).outcomes(settings)));
        return new MigrationReport(
                settings.target().id(),
                outcomes.stream()
                        .filter(FileOutcome::counts)
                        .sorted(Comparator.comparing(FileOutcome::path))
                        .toList());
    }

    /** A link's target can belong to others: whatever is to do there is told, and done where the file is. */
    private ScannedFile behindLink(ScannedFile file) {
        boolean concerned = !plan(List.of(file)).isDone(false);
        Remark told = Remark.declined(
                file.path(),
                1,
                "it is reached through a symbolic link, and not written through it",
                "name the file that the link leads to");
        return new ScannedFile(
                file.path(),
                concerned ? TemplateFormat.SOURCE : TemplateFormat.OTHER,
                Optional.empty(),
                concerned ? List.of(told) : List.of());
    }
}
