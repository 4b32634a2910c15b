package io.github.lambdabootstrap.rules;

import java.util.List;

/** A runtime that starts an executable takes no source code from the template. */
public final class TemplateInlineCodeRule implements TemplateRule {

    @Override
    public String id() {
        return "template-inline-code";
    }

    @Override
    public List<Finding> check(TemplateUnderTest template) {
        return TemplateRule.subjects(template)
                .filter(subject -> subject.function().runtime().isSurely(template::isOsOnly))
                .flatMap(subject -> subject.function().code().inline().stream()
                        .map(inline -> error(
                                subject.function(),
                                inline.line(),
                                subject.shown() + " has its code in the template (" + inline.value()
                                        + "), which Lambda takes for Node.js and Python alone",
                                "name the zip that lambda-bootstrap:package writes instead")))
                .toList();
    }
}
