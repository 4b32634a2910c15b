package io.github.lambdabootstrap.template;

import io.github.lambdabootstrap.template.ScannedFile.Reading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Files that are planned together, because values of one come from another: a Terraform module, else a single file.
 *
 * @param files each of which could be read
 * @param templates what they describe
 */
record TemplateUnit(List<ScannedFile> files, List<TemplateFunctions> templates) {

    TemplateUnit {
        files = List.copyOf(files);
        templates = List.copyOf(templates);
    }

    /** A file with a template in each of its documents, or some of them. */
    static TemplateUnit file(ScannedFile file, MigrationSettings settings) {
        List<TemplateFunctions> found = new ArrayList<>();
        for (Mapping root : file.reading().orElseThrow().roots()) {
            switch (TemplateFormat.of(root)) {
                case SAM, CLOUDFORMATION -> found.add(new CloudFormationFunctions(root, settings).read());
                case SERVERLESS -> found.add(new ServerlessFunctions(root, settings).read());
                default -> {
                    // a document beside the template
                }
            }
        }
        return new TemplateUnit(List.of(file), found);
    }

    /** The Terraform files of one folder. */
    static TemplateUnit module(List<ScannedFile> files, MigrationSettings settings) {
        List<Mapping> roots = files.stream()
                .flatMap(file -> file.reading().orElseThrow().roots().stream())
                .toList();
        return new TemplateUnit(files, List.of(new TerraformFunctions(roots, settings).read()));
    }

    /** What each file becomes; when one of them cannot be proven, none changes. */
    List<FileOutcome> outcomes(MigrationSettings settings) {
        List<Plan> plans = templates.stream()
                .map(template -> MigrationPlanner.plan(template, settings))
                .toList();
        List<FileOutcome> outcomes = new ArrayList<>();
        for (ScannedFile file : files) {
            Reading reading = file.reading().orElseThrow();
            List<Edit> edits = edits(plans, reading.file());
            TemplateFile after = TemplateRewriter.rewrite(reading.file(), edits);
            if (!isProven(reading, after, edits)) {
                return unproven();
            }
            outcomes.add(new FileOutcome(
                    file.path(),
                    file.format(),
                    FileOutcome.Content.of(reading.file(), after, edits),
                    functions(file, settings.known()),
                    functions(file, settings.sources()),
                    remarks(plans, file)));
        }
        return outcomes;
    }

    private static List<Edit> edits(List<Plan> plans, TemplateFile file) {
        return plans.stream()
                .flatMap(plan -> plan.edits().stream())
                .filter(edit -> edit.range().file().equals(file))
                .sorted(Comparator.comparingInt(edit -> edit.range().start()))
                .toList();
    }

    private static List<Remark> remarks(List<Plan> plans, ScannedFile file) {
        return plans.stream()
                .flatMap(plan -> plan.remarks().stream())
                .filter(remark -> remark.file().equals(file.path()))
                .toList();
    }

    private int functions(ScannedFile file, Set<String> runtimes) {
        return (int) templates.stream()
                .flatMap(template -> template.functions().stream())
                .filter(function -> function.place().file().path().equals(file.path()))
                .filter(function ->
                        function.runtime().texts().stream().anyMatch(text -> runtimes.contains(text.value())))
                .count();
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

    private List<FileOutcome> unproven() {
        return files.stream()
                .map(file -> file.unchanged(List.of(Remark.declined(
                        file.path(),
                        1,
                        "its changes could not be proven to change nothing else, and are not made",
                        "change it by hand, and please report the template"))))
                .toList();
    }
}
