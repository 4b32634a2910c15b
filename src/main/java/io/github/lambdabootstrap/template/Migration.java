package io.github.lambdabootstrap.template;

import io.github.lambdabootstrap.template.ScannedFile.Reading;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Goes through files and says what each becomes: reads, plans, rewrites, proves. Writes nothing. */
public final class Migration {

    private final MigrationSettings settings;

    public Migration(MigrationSettings settings) {
        this.settings = settings;
    }

    /** What the files of the selection become. */
    public MigrationReport plan(TemplateSelection selection) {
        OldRuntimes old = new OldRuntimes(settings);
        TemplateScanner scanner = new TemplateScanner(old);
        List<ScannedFile> scanned = new ArrayList<>();
        selection.files().forEach(file -> scanned.add(scanner.scan(file)));
        for (Path link : selection.links()) {
            scanned.add(behindLink(scanner.scan(link)));
        }
        return plan(scanned);
    }

    /** A link's target can belong to others: whatever is to do there is told, and done where the file is. */
    private ScannedFile behindLink(ScannedFile file) {
        boolean concerned = file.reading()
                .map(reading -> !plan(List.of(file)).isDone())
                .orElse(!file.remarks().isEmpty());
        return new ScannedFile(
                file.path(),
                concerned ? TemplateFormat.SOURCE : TemplateFormat.OTHER,
                Optional.empty(),
                concerned
                        ? List.of(Remark.declined(
                                file.path(),
                                1,
                                "it is reached through a symbolic link, and not written through it",
                                "name the file that the link leads to"))
                        : List.of());
    }

    private MigrationReport plan(List<ScannedFile> scanned) {
        Map<Path, FileOutcome> outcomes = new TreeMap<>();
        Map<Path, List<ScannedFile>> modules = new LinkedHashMap<>();
        for (ScannedFile file : scanned) {
            if (file.reading().isEmpty()) {
                outcomes.put(file.path(), unchanged(file, 0, file.remarks()));
            } else if (file.format() == TemplateFormat.TERRAFORM) {
                modules.computeIfAbsent(file.path().getParent(), folder -> new ArrayList<>())
                        .add(file);
            } else {
                List<TemplateFunctions> templates = templates(file);
                outcomes.putAll(outcomes(List.of(file), templates));
            }
        }
        modules.values().forEach(files -> outcomes.putAll(outcomes(files, List.of(module(files)))));
        List<FileOutcome> counting =
                outcomes.values().stream().filter(FileOutcome::counts).toList();
        return new MigrationReport(settings.target().id(), counting, outcomes.size() - counting.size());
    }

    private List<TemplateFunctions> templates(ScannedFile file) {
        List<TemplateFunctions> found = new ArrayList<>();
        for (Mapping root : file.reading().orElseThrow().roots()) {
            switch (TemplateFormat.of(root)) {
                case SAM, CLOUDFORMATION -> found.add(new CloudFormationFunctions(root, settings).read());
                case SERVERLESS -> found.add(new ServerlessFunctions(root, settings).read());
                default -> {} // a document beside the template
            }
        }
        return found;
    }

    private static TemplateFunctions module(List<ScannedFile> files) {
        return new TerraformFunctions(files.stream()
                        .flatMap(file -> file.reading().orElseThrow().roots().stream())
                        .toList())
                .read();
    }

    /** The files belong together: when one of them cannot be proven, none changes. */
    private Map<Path, FileOutcome> outcomes(List<ScannedFile> files, List<TemplateFunctions> templates) {
        List<Plan> plans =
                templates.stream().map(t -> MigrationPlanner.plan(t, settings)).toList();
        Map<Path, FileOutcome> outcomes = new LinkedHashMap<>();
        boolean proven = true;
        for (ScannedFile file : files) {
            int functions = (int) templates.stream()
                    .flatMap(template -> template.functions().stream())
                    .filter(f -> f.place().file().path().equals(file.path()))
                    .filter(f -> f.runtime().texts().stream()
                            .anyMatch(t -> settings.known().contains(t.value())))
                    .count();
            List<Remark> remarks = plans.stream()
                    .flatMap(plan -> plan.remarks().stream())
                    .filter(remark -> remark.file().equals(file.path()))
                    .toList();
            List<Edit> edits = plans.stream()
                    .flatMap(plan -> plan.edits().stream())
                    .filter(edit -> edit.range().file().path().equals(file.path()))
                    .sorted(java.util.Comparator.comparing(edit -> edit.range().start()))
                    .toList();
            Reading reading = file.reading().orElseThrow();
            TemplateFile after = TemplateRewriter.rewrite(reading.file(), edits);
            proven &= isProven(reading, after, edits);
            outcomes.put(
                    file.path(),
                    new FileOutcome(
                            file.path(),
                            file.format(),
                            reading.file().text(),
                            after.text(),
                            UnifiedDiff.of(reading.file(), edits),
                            functions,
                            remarks));
        }
        return proven ? outcomes : unproven(files);
    }

    private static boolean isProven(Reading before, TemplateFile after, List<Edit> edits) {
        if (edits.isEmpty()) {
            return true;
        }
        try {
            return MigrationProof.holds(before.documents(), before.reader().read(after), edits);
        } catch (TemplateSyntaxException e) {
            return false; // the result is no longer of its notation, which is what the proof is for
        }
    }

    private static Map<Path, FileOutcome> unproven(List<ScannedFile> files) {
        Map<Path, FileOutcome> outcomes = new LinkedHashMap<>();
        files.forEach(file -> outcomes.put(
                file.path(),
                unchanged(
                        file,
                        0,
                        List.of(Remark.declined(
                                file.path(),
                                1,
                                "its changes could not be proven to change nothing else, and are not made",
                                "change it by hand, and please report the template")))));
        return outcomes;
    }

    private static FileOutcome unchanged(ScannedFile file, int functions, List<Remark> remarks) {
        String text = file.reading().map(reading -> reading.file().text()).orElse("");
        return new FileOutcome(file.path(), file.format(), text, text, List.of(), functions, remarks);
    }
}
