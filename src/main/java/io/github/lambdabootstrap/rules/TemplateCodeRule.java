package io.github.lambdabootstrap.rules;

import io.github.lambdabootstrap.model.NameDistance;
import io.github.lambdabootstrap.model.TemplateFunction;
import io.github.lambdabootstrap.model.TemplateText;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The zip that a function names is one that this build packages, where it is where those are, and it passed. */
public final class TemplateCodeRule implements TemplateRule {

    @Override
    public String id() {
        return "template-code";
    }

    @Override
    public List<Finding> check(TemplateUnderTest template) {
        return TemplateRule.subjects(template)
                .flatMap(subject -> Stream.concat(failed(subject).stream(), absent(template, subject).stream()))
                .toList();
    }

    private Optional<Finding> failed(TemplateUnderTest.Subject subject) {
        return subject.code()
                .filter(code -> !code.passed())
                .map(code -> error(
                        subject.function(),
                        subject.function().code().place(),
                        subject.shown() + " runs " + code.shown() + ", which did not pass",
                        "correct what is found in the archive"));
    }

    private Optional<Finding> absent(TemplateUnderTest template, TemplateUnderTest.Subject subject) {
        TemplateFunction.Code code = subject.function().code();
        return subject.code().isPresent()
                ? Optional.empty()
                : code.place()
                        .only()
                        .filter(place -> place.value().endsWith(".zip"))
                        .flatMap(place -> path(code, place))
                        .filter(path -> isMissing(template, path))
                        .map(path -> error(
                                subject.function(),
                                code.place(),
                                subject.shown() + " runs "
                                        + TemplateUnderTest.safe(
                                                code.place().texts().get(0).value())
                                        + ", and no archive of this name is packaged",
                                fix(template, path)));
    }

    private static Optional<Path> path(TemplateFunction.Code code, TemplateText place) {
        try {
            return Optional.of(code.folder().resolve(place.value()).normalize());
        } catch (InvalidPathException e) {
            return Optional.empty(); // the deployment tool's business
        }
    }

    /** Elsewhere, something else may make the file later. */
    private static boolean isMissing(TemplateUnderTest template, Path path) {
        return template.packaged().stream().anyMatch(archive -> path.getParent().equals(archive.getParent()))
                && !Files.exists(path);
    }

    private static String fix(TemplateUnderTest template, Path path) {
        String wanted = path.getFileName().toString();
        return template.packaged().stream()
                .filter(archive -> path.getParent().equals(archive.getParent()))
                .map(archive -> archive.getFileName().toString())
                .min(Comparator.comparingInt((String name) -> NameDistance.between(wanted, name))
                        .thenComparing(Comparator.naturalOrder()))
                .map(name -> "name one that is: the nearest is " + TemplateUnderTest.safe(name))
                .orElseThrow();
    }
}
