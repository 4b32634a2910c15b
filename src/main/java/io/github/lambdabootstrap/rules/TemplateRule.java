package io.github.lambdabootstrap.rules;

import io.github.lambdabootstrap.model.TemplateFunction;
import io.github.lambdabootstrap.model.TemplateText;
import io.github.lambdabootstrap.model.TemplateValue;
import java.util.List;
import java.util.stream.Stream;

/**
 * One demand on what a template says of functions. As a {@link Rule}, it says nothing about what it does not know: code
 * that is elsewhere or not built, values that only a deployment knows, functions of other languages.
 */
public interface TemplateRule {

    /** The class name without {@code Rule}, in kebab case: the name in configuration, reports and {@code rules.md}. */
    String id();

    /** What is wrong with the template in the eyes of this rule; nothing when all is well or unknown. */
    List<Finding> check(TemplateUnderTest template);

    /** A finding of this rule that stops the template, placed at a line of it. */
    default Finding error(TemplateFunction function, int line, String message, String fix) {
        return new Finding(id(), Severity.ERROR, function.id(), line, message, fix);
    }

    /** A finding of this rule that people should look at. */
    default Finding warning(TemplateFunction function, int line, String message, String fix) {
        return new Finding(id(), Severity.WARNING, function.id(), line, message, fix);
    }

    /** An error, and a warning where a deployment can set a parameter to something that is right. */
    default Finding error(TemplateFunction function, TemplateValue value, String message, String fix) {
        int line = value.texts().stream().findFirst().map(TemplateText::line).orElse(function.line());
        return value.parameter()
                .map(parameter -> warning(
                        function,
                        line,
                        message + ", by the default of the parameter '" + TemplateUnderTest.safe(parameter) + "'",
                        fix))
                .orElseGet(() -> error(function, line, message, fix));
    }

    /** Those functions of a template that start an executable of their own. */
    static Stream<TemplateUnderTest.Subject> subjects(TemplateUnderTest template) {
        return template.subjects().stream().filter(template::isOurs);
    }
}
