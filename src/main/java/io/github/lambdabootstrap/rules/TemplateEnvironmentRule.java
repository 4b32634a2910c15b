package io.github.lambdabootstrap.rules;

import io.github.lambdabootstrap.model.EnvironmentVariables;
import io.github.lambdabootstrap.model.TemplateText;
import java.util.List;
import java.util.Optional;

/** A function sets no environment variable that Lambda reserves, or ignores on its runtime. */
public final class TemplateEnvironmentRule implements TemplateRule {

    @Override
    public String id() {
        return "template-environment";
    }

    @Override
    public List<Finding> check(TemplateUnderTest template) {
        return TemplateRule.subjects(template)
                .flatMap(subject -> subject.function().environment().stream()
                        .flatMap(variable -> finding(template, subject, variable).stream()))
                .toList();
    }

    private Optional<Finding> finding(
            TemplateUnderTest template, TemplateUnderTest.Subject subject, TemplateText variable) {
        String name = variable.value();
        if (EnvironmentVariables.isReserved(name)) {
            return Optional.of(error(
                    subject.function(),
                    variable.line(),
                    subject.shown() + " sets " + name + ", which Lambda reserves; the deployment is refused",
                    "give the variable another name"));
        }
        boolean ignored = subject.function().runtime().isSurely(template::isOsOnly)
                // a shim may honour it
                && subject.code().flatMap(TemplateUnderTest.Code::archive).stream()
                        .noneMatch(archive -> archive.dispatch().isPresent());
        return ignored && name.equals(EnvironmentVariables.EXEC_WRAPPER)
                ? Optional.of(warning(
                        subject.function(),
                        variable.line(),
                        subject.shown() + " sets " + name + ", which the OS-only runtimes ignore",
                        "start the wrapper from bootstrap, or remove the variable"))
                : Optional.empty();
    }
}
