package io.github.lambdabootstrap.rules;

import io.github.lambdabootstrap.model.Architecture;
import io.github.lambdabootstrap.model.TemplateFunction;
import io.github.lambdabootstrap.model.TemplateText;
import io.github.lambdabootstrap.model.TemplateValue;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The architecture of a function is that of the executables in its archive. */
public final class TemplateArchitectureRule implements TemplateRule {

    @Override
    public String id() {
        return "template-architecture";
    }

    @Override
    public List<Finding> check(TemplateUnderTest template) {
        return TemplateRule.subjects(template)
                .flatMap(subject -> Stream.concat(several(subject).stream(), other(subject).stream()))
                .toList();
    }

    /** A list in Globals and another in the function are joined. */
    private Optional<Finding> several(TemplateUnderTest.Subject subject) {
        TemplateFunction function = subject.function();
        List<TemplateValue> members = function.architectures();
        return members.size() < 2
                        || members.stream().anyMatch(member -> member.only().isEmpty())
                ? Optional.empty()
                : Optional.of(warning(
                        function,
                        line(members.get(1), function),
                        "Architectures of " + subject.shown() + " has " + members.size()
                                + " members, those of Globals among them; Lambda takes exactly one",
                        "keep one"));
    }

    private Optional<Finding> other(TemplateUnderTest.Subject subject) {
        TemplateFunction function = subject.function();
        Set<Architecture> found = subject.code()
                .flatMap(TemplateUnderTest.Code::archive)
                .map(TemplateArchitectureRule::architectures)
                .orElse(Set.of());
        if (found.size() != 1 || function.architectures().size() > 1) {
            return Optional.empty();
        }
        Architecture executable = found.iterator().next();
        String code = subject.code().orElseThrow().shown();
        String says = "; Lambda says: " + LambdaSays.EXEC_FORMAT_ERROR;
        String fix = "set Architectures to [" + executable + "], or build the archive for ";
        if (function.architectures().isEmpty()) {
            return executable == Architecture.X86_64
                    ? Optional.empty()
                    : Optional.of(error(
                            function,
                            function.line(),
                            subject.shown() + " has no Architectures, which means x86_64, and " + code + " is for "
                                    + executable + says,
                            fix + Architecture.X86_64));
        }
        TemplateValue wanted = function.architectures().get(0);
        return wanted.isSurely(text -> Architecture.parse(text).isPresent() && !text.equals(executable.toString()))
                ? Optional.of(error(
                        function,
                        wanted,
                        "Architectures of " + subject.shown() + " is "
                                + wanted.texts().get(0).value() + ", and " + code + " is for " + executable + says,
                        fix + wanted.texts().get(0).value()))
                : Optional.empty();
    }

    /** Of what surely is started, as far as it is for one of Lambda's. */
    private static Set<Architecture> architectures(ArchiveUnderTest archive) {
        Set<Architecture> found = EnumSet.noneOf(Architecture.class);
        archive.programs().stream()
                .flatMap(program -> program.elf().stream())
                .flatMap(elf -> elf.header().machine().architecture().stream())
                .forEach(found::add);
        return found;
    }

    private static int line(TemplateValue value, TemplateFunction function) {
        return value.texts().stream().findFirst().map(TemplateText::line).orElse(function.line());
    }
}
