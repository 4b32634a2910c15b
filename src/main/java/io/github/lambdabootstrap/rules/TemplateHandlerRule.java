package io.github.lambdabootstrap.rules;

import io.github.lambdabootstrap.elf.FileFormat;
import io.github.lambdabootstrap.model.TemplateFunction;
import io.github.lambdabootstrap.model.TemplateText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A function's handler is one that its archive answers to. */
public final class TemplateHandlerRule implements TemplateRule {

    private static final int SHOWN = 3;

    @Override
    public String id() {
        return "template-handler";
    }

    @Override
    public List<Finding> check(TemplateUnderTest template) {
        return Stream.concat(
                        TemplateRule.subjects(template)
                                .flatMap(subject ->
                                        Stream.concat(missing(subject).stream(), unresolved(subject).stream())),
                        shared(template))
                .toList();
    }

    private Optional<Finding> missing(TemplateUnderTest.Subject subject) {
        TemplateFunction function = subject.function();
        boolean zip = !function.code().packageType().canBe("Image"::equals)
                && function.code().packageType().known();
        return zip && function.complete() && function.handler().isAbsent()
                ? Optional.of(error(
                        function,
                        function.line(),
                        subject.shown() + " has no Handler; a zip needs one",
                        "set Handler to bootstrap, or to what a bundle is to start"))
                : Optional.empty();
    }

    private Optional<Finding> unresolved(TemplateUnderTest.Subject subject) {
        Optional<ArchiveUnderTest> archive = subject.code().flatMap(TemplateUnderTest.Code::archive);
        Optional<Dispatch> dispatch = archive.flatMap(ArchiveUnderTest::dispatch);
        Optional<TemplateText> handler = subject.function().handler().only();
        if (dispatch.isEmpty() || handler.isEmpty() || dispatch.get().isByName()) {
            return Optional.empty();
        }
        return dispatch.get().targets().stream()
                .filter(target -> target.asked().equals(handler.get().value()))
                .findFirst()
                .flatMap(target -> HandlerResolvesRule.cause(archive.get(), dispatch.get(), target))
                .map(cause -> error(
                        subject.function(),
                        subject.function().handler(),
                        "Handler '" + TemplateUnderTest.safe(handler.get().value()) + "' of " + subject.shown()
                                + " cannot be started in "
                                + subject.code().orElseThrow().shown() + ": " + cause,
                        fix(NearNames.of(archive.get()).to(handler.get().value()))));
    }

    private static String fix(String near) {
        return near.isEmpty()
                ? "put the executable into the archive"
                : "set Handler to an executable of the archive: " + near;
    }

    /** Several handlers of one executable, which is started whatever the handler is. */
    private Stream<Finding> shared(TemplateUnderTest template) {
        Map<Path, List<TemplateUnderTest.Subject>> users = new LinkedHashMap<>();
        TemplateRule.subjects(template)
                .filter(subject -> isAlone(subject)
                        && subject.function().handler().only().isPresent()
                        && subject.function().runtime().isSurely(TemplateUnderTest::startsBootstrap))
                .forEach(subject -> users.computeIfAbsent(
                                subject.code().orElseThrow().path(), path -> new ArrayList<>())
                        .add(subject));
        return users.values().stream()
                .filter(subjects -> subjects.stream()
                                .map(TemplateHandlerRule::handler)
                                .distinct()
                                .count()
                        > 1)
                .map(this::wrongCode);
    }

    /** A script can do anything with the handler. */
    private static boolean isAlone(TemplateUnderTest.Subject subject) {
        return subject.code()
                .flatMap(TemplateUnderTest.Code::archive)
                .filter(archive -> archive.dispatch().isEmpty())
                .flatMap(ArchiveUnderTest::entrypoint)
                .flatMap(Program::format)
                .filter(FileFormat.ELF::equals)
                .isPresent();
    }

    private Finding wrongCode(List<TemplateUnderTest.Subject> subjects) {
        TemplateUnderTest.Subject first = subjects.get(0);
        TemplateUnderTest.Subject other = subjects.stream()
                .filter(subject -> !handler(subject).equals(handler(first)))
                .findFirst()
                .orElseThrow();
        String names = subjects.stream()
                .limit(SHOWN)
                .map(subject -> subject.shown() + " (" + TemplateUnderTest.safe(handler(subject)) + ")")
                .collect(Collectors.joining(", "));
        String more = subjects.size() > SHOWN ? " and " + (subjects.size() - SHOWN) + " more" : "";
        return warning(
                other.function(),
                other.function().handler().texts().get(0).line(),
                "functions with different Handlers run "
                        + first.code().orElseThrow().shown() + ": " + names + more
                        + "; its one executable is started for all of them, whatever the Handler says",
                "give each function an archive of its own, or package them as a bundle");
    }

    private static String handler(TemplateUnderTest.Subject subject) {
        return subject.function().handler().texts().get(0).value();
    }
}
