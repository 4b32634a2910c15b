package io.github.lambdabootstrap.mojo;

import io.github.lambdabootstrap.build.FunctionsJson;
import io.github.lambdabootstrap.gate.ArchiveRequest;
import io.github.lambdabootstrap.gate.Verdict;
import io.github.lambdabootstrap.log.TemplateLog;
import io.github.lambdabootstrap.model.DeployedCode;
import io.github.lambdabootstrap.model.Template;
import io.github.lambdabootstrap.problem.Problem;
import io.github.lambdabootstrap.problem.Problems;
import io.github.lambdabootstrap.problem.SafeText;
import io.github.lambdabootstrap.report.ArchivesInventory;
import io.github.lambdabootstrap.report.Deployment;
import io.github.lambdabootstrap.report.DeploymentFiles;
import io.github.lambdabootstrap.report.ExecutablesInventory;
import io.github.lambdabootstrap.report.VerifyReports;
import io.github.lambdabootstrap.template.DeployedTemplates;
import io.github.lambdabootstrap.template.TemplateCopy;
import io.github.lambdabootstrap.template.TemplateFormat;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The copies of templates that a goal writes.
 *
 * @param templates {@code <templates>}, trimmed
 * @param base what relative paths start from
 * @param said {@code <templateFunctions>}
 * @param folder where the copies go; absolute
 */
record TemplateCopies(List<String> templates, Path base, Map<String, String> said, Path folder) {

    private static final String DOCS = "templates.md#copies";

    /** Other formats can name the files that the goals write. */
    private static final Set<String> COPIED = Set.of(TemplateFormat.SAM.title(), TemplateFormat.CLOUDFORMATION.title());

    /** What the goals write into the same folder. */
    private static final Set<String> OWN = Stream.of(
                    DeploymentFiles.NAMES,
                    VerifyReports.NAMES,
                    List.of(
                            ExecutablesInventory.FILE_NAME,
                            FunctionsJson.FILE_NAME,
                            ArchivesInventory.FILE_NAME,
                            MigrateMojo.REPORT))
            .flatMap(List::stream)
            .collect(Collectors.toUnmodifiableSet());

    TemplateCopies {
        templates = List.copyOf(templates);
        // in an order, for messages
        said = said == null ? Map.of() : Collections.unmodifiableSortedMap(new TreeMap<>(said));
    }

    /** An archive as a template may name it. */
    static DeployedCode code(ArchiveRequest archive, Optional<DeployedCode.Location> location) {
        return new DeployedCode(
                archive.name(),
                archive.expectation().architecture(),
                archive.path().normalize(),
                location);
    }

    /** Archives that are still where they were built. */
    static List<DeployedCode> unsent(List<Verdict> verdicts) {
        return verdicts.stream()
                .map(verdict -> code(verdict.request(), Optional.empty()))
                .toList();
    }

    /** Archives that are in S3. */
    static List<DeployedCode> stored(List<Deployment> deployments) {
        return deployments.stream()
                .map(stored -> code(
                        stored.verdict().request(),
                        Optional.of(new DeployedCode.Location(
                                stored.location().bucket(),
                                stored.location().key(),
                                stored.location().versionId()))))
                .toList();
    }

    boolean isEmpty() {
        return templates.isEmpty();
    }

    /** Plans all copies, and writes them when there is no problem with any. */
    void write(List<DeployedCode> codes, TemplateLog log) {
        plan(codes, log).forEach(copy -> copy.write(log));
    }

    /**
     * Plans all copies.
     *
     * @throws io.github.lambdabootstrap.problem.ProblemException when there is a problem with any
     */
    List<TemplateCopy> plan(List<DeployedCode> codes, TemplateLog log) {
        if (isEmpty()) {
            return List.of();
        }
        Problems problems = new Problems();
        Map<String, Path> names = new HashMap<>();
        List<TemplateCopy> copies = new ArrayList<>();
        for (Template template : DeployedTemplates.read(templates, base)) {
            Path source = template.file();
            if (COPIED.contains(template.format())) {
                Path target = folder.resolve(source.getFileName().toString());
                Optional<Path> other = Optional.ofNullable(names.putIfAbsent(fileName(target), source));
                requireApart(source, target, other, problems);
                copies.add(TemplateCopy.of(source, target, codes, said));
            } else {
                log.left(source, 1, "the template", "only AWS SAM and CloudFormation have copies");
            }
        }
        requireKnown(copies, codes, problems);
        problems.throwIfAny();
        return copies;
    }

    private static void requireApart(Path source, Path target, Optional<Path> other, Problems problems) {
        String would = "its copy would replace ";
        List<Problem> found = new ArrayList<>();
        other.ifPresent(path -> found.add(Problem.input(
                would + "that of '" + SafeText.of(path.toString()) + "'", "give the templates names of their own")));
        if (source.equals(target)) {
            found.add(Problem.input(would + "the template itself", "keep templates out of the folder"));
        }
        if (OWN.contains(fileName(target))) {
            found.add(Problem.input(
                    would + "'" + fileName(target) + "', which the goals of this plugin write",
                    "give the template another name"));
        }
        found.forEach(problem ->
                problems.add(problem.at(SafeText.of(source.toString())).docs(DOCS)));
    }

    /** Some file systems take Template.yaml and template.yaml for one. */
    private static String fileName(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT);
    }

    private void requireKnown(List<TemplateCopy> copies, List<DeployedCode> codes, Problems problems) {
        Set<String> ids =
                copies.stream().flatMap(copy -> copy.functions().stream()).collect(Collectors.toSet());
        Set<String> names =
                codes.stream().flatMap(code -> code.names().stream()).collect(Collectors.toSet());
        said.forEach((id, name) -> {
            requireKnown("no template has a function '" + SafeText.of(id) + "'", ids.contains(id), ids, problems);
            requireKnown("no archive is called '" + SafeText.of(name) + "'", names.contains(name), names, problems);
        });
    }

    private static void requireKnown(String what, boolean known, Set<String> choices, Problems problems) {
        if (!known) {
            String list = choices.stream().sorted().map(SafeText::of).collect(Collectors.joining(", "));
            problems.add(Problem.input(what, list.isEmpty() ? "remove it" : "choose one of " + list)
                    .at("pom.xml <templateFunctions>")
                    .docs(DOCS));
        }
    }
}
