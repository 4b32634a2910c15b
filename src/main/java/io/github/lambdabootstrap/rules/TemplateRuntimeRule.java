package io.github.lambdabootstrap.rules;

import io.github.lambdabootstrap.elf.ElfFile;
import io.github.lambdabootstrap.model.DottedVersion;
import io.github.lambdabootstrap.model.LambdaRuntime;
import io.github.lambdabootstrap.model.RuntimeCatalog;
import io.github.lambdabootstrap.model.TemplateFunction;
import io.github.lambdabootstrap.model.TemplateValue;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A function that runs an archive has a runtime that starts its bootstrap, and that AWS still carries. */
public final class TemplateRuntimeRule implements TemplateRule {

    private static final String FIX = "set Runtime to " + RuntimeCatalog.DEFAULT_ID;

    private final RuntimeSupportedRule supported;

    /** @param today the day to judge by: the runtimes' dates are data */
    public TemplateRuntimeRule(LocalDate today) {
        this.supported = new RuntimeSupportedRule(today);
    }

    @Override
    public String id() {
        return "template-runtime";
    }

    @Override
    public List<Finding> check(TemplateUnderTest template) {
        return TemplateRule.subjects(template)
                .flatMap(subject -> Stream.of(
                                missing(subject).stream(),
                                foreign(template, subject).stream(),
                                ended(template, subject),
                                tooOld(template, subject).stream())
                        .flatMap(findings -> findings))
                .toList();
    }

    private Optional<Finding> missing(TemplateUnderTest.Subject subject) {
        TemplateFunction function = subject.function();
        boolean missing = function.complete()
                && function.runtime().isAbsent()
                && !function.code().packageType().canBe("Image"::equals);
        return subject.code()
                .filter(code -> missing)
                .map(code -> error(
                        function,
                        function.line(),
                        subject.shown() + " runs " + code.shown() + " and has no Runtime; a zip needs one",
                        FIX));
    }

    private Optional<Finding> foreign(TemplateUnderTest template, TemplateUnderTest.Subject subject) {
        TemplateValue runtime = subject.function().runtime();
        return subject.code()
                .filter(code -> runtime.isSurely(id -> !template.isOsOnly(id)))
                .map(code -> error(
                        subject.function(),
                        runtime,
                        "Runtime "
                                + TemplateUnderTest.safe(runtime.texts().get(0).value()) + " of " + subject.shown()
                                + " starts no bootstrap, and " + code.shown() + " has nothing else to start",
                        FIX));
    }

    private Stream<Finding> ended(TemplateUnderTest template, TemplateUnderTest.Subject subject) {
        return subject.function().runtime().texts().stream()
                .flatMap(text -> template.catalog().find(text.value()).stream()
                        .flatMap(runtime -> supported.faults(runtime).stream())
                        .map(faults -> warning(
                                subject.function(),
                                text.line(),
                                "Runtime " + text.value() + " of " + subject.shown() + ": " + faults,
                                text.value().equals(RuntimeCatalog.DEFAULT_ID)
                                        ? "look for its successor in AWS's list of runtimes"
                                        : "let lambda-bootstrap:migrate move the template to "
                                                + RuntimeCatalog.DEFAULT_ID)));
    }

    /** The archive was judged for the runtime that it was packaged for. */
    private Optional<Finding> tooOld(TemplateUnderTest template, TemplateUnderTest.Subject subject) {
        Optional<LambdaRuntime> runtime = template.runtime(subject.function());
        Optional<DottedVersion> needed = subject.code().flatMap(TemplateUnderTest.Code::archive).stream()
                .flatMap(archive -> archive.programs().stream())
                .flatMap(program -> program.elf().flatMap(ElfFile::requiredGlibc).stream())
                .max(Comparator.naturalOrder());
        return runtime.flatMap(has -> needed.filter(version -> version.compareTo(has.glibc()) > 0)
                .map(version -> error(
                        subject.function(),
                        subject.function().runtime(),
                        subject.code().orElseThrow().shown() + " needs glibc " + version + ", and Runtime " + has
                                + " of " + subject.shown() + " has " + has.glibc() + "; Lambda says: version `GLIBC_"
                                + version + "' not found",
                        "set the Runtime that the archive is packaged for")));
    }
}
