package io.github.lambdabootstrap.gate;

import io.github.lambdabootstrap.archive.ArchiveFile;
import io.github.lambdabootstrap.archive.LambdaArchive;
import io.github.lambdabootstrap.model.Template;
import io.github.lambdabootstrap.model.TemplateFunction;
import io.github.lambdabootstrap.model.TemplateText;
import io.github.lambdabootstrap.rules.ArchiveUnderTest;
import io.github.lambdabootstrap.rules.Expectation;
import io.github.lambdabootstrap.rules.RuleRegistry;
import io.github.lambdabootstrap.rules.TemplateUnderTest;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Judges what templates say of the archives that were judged. */
final class TemplateJudge {

    private final Map<Path, Verdict> verdicts = new HashMap<>();
    private final Set<Path> packaged;
    private final TemplateContext context;
    private final RuleRegistry registry;
    private final Policy policy;

    TemplateJudge(List<Verdict> judged, TemplateContext context, RuleRegistry registry, Policy policy) {
        judged.forEach(verdict -> verdicts.putIfAbsent(real(verdict.request().path()), verdict));
        this.packaged = context.packaged()
                ? judged.stream()
                        .map(verdict -> verdict.request().path().normalize())
                        .collect(Collectors.toSet())
                : Set.of();
        this.context = context;
        this.registry = registry;
        this.policy = policy;
    }

    TemplateVerdict judge(Template template) {
        Judgement judgement = new Judgement(policy, glob -> ArchiveRequest.endsIn(template.file(), glob));
        TemplateUnderTest subject = new TemplateUnderTest(subjects(template), packaged, context.catalog());
        registry.templateRules().forEach(rule -> rule.check(subject).forEach(judgement::add));
        return new TemplateVerdict(template, judgement.findings(), judgement.suppressed(), judgement.passed());
    }

    private List<TemplateUnderTest.Subject> subjects(Template template) {
        Map<Path, List<TemplateFunction>> users = new HashMap<>();
        template.functions()
                .forEach(function -> verdict(function)
                        .ifPresent(verdict -> users.computeIfAbsent(
                                        verdict.request().path(), path -> new ArrayList<>())
                                .add(function)));
        Map<Path, Optional<ArchiveUnderTest>> archives = new HashMap<>();
        return template.functions().stream()
                .map(function -> new TemplateUnderTest.Subject(
                        function, verdict(function).map(verdict -> {
                            Path path = verdict.request().path();
                            Optional<ArchiveUnderTest> archive =
                                    archives.computeIfAbsent(path, p -> examined(verdict, users.get(p)));
                            TemplateText place = function.code().place().only().orElseThrow();
                            return new TemplateUnderTest.Code(place, path, verdict.passed(), archive);
                        })))
                .toList();
    }

    /** The archive that the function surely runs; empty when it is no path, or none that was judged. */
    private Optional<Verdict> verdict(TemplateFunction function) {
        TemplateFunction.Code code = function.code();
        try {
            return code.place()
                    .only()
                    .map(place -> real(code.folder().resolve(place.value())))
                    .flatMap(path -> Optional.ofNullable(verdicts.get(path)));
        } catch (InvalidPathException e) {
            return Optional.empty(); // the deployment tool's business
        }
    }

    /** The archive again, now with the handlers that the template has; empty when it did not pass, or is gone. */
    private static Optional<ArchiveUnderTest> examined(Verdict verdict, List<TemplateFunction> users) {
        if (!verdict.passed()) {
            return Optional.empty();
        }
        Expectation packaged = verdict.request().expectation();
        List<String> handlers = users.stream()
                .flatMap(function -> function.handler().texts().stream())
                .map(TemplateText::value)
                .distinct()
                .toList();
        Expectation expectation = new Expectation(
                packaged.runtime(), packaged.architecture(), packaged.layers(), handlers, packaged.placeholder());
        try (ArchiveFile file = LambdaArchive.open(verdict.request().path());
                LayerFiles layers = LayerFiles.open(expectation.layers())) {
            return file instanceof LambdaArchive archive
                    ? Optional.of(Examination.of(archive, expectation, layers.layers()))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // archive-readable speaks of it
        }
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path.toAbsolutePath().normalize();
        }
    }
}
