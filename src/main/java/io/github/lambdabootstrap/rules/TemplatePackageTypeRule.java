package io.github.lambdabootstrap.rules;

import io.github.lambdabootstrap.model.TemplateValue;
import java.util.List;

/** A function that runs a zip is not declared to be a container image. */
public final class TemplatePackageTypeRule implements TemplateRule {

    @Override
    public String id() {
        return "template-package-type";
    }

    @Override
    public List<Finding> check(TemplateUnderTest template) {
        return TemplateRule.subjects(template)
                .filter(subject -> subject.code().isPresent())
                .filter(subject -> subject.function().code().packageType().isSurely("Image"::equals))
                .map(subject -> {
                    TemplateValue type = subject.function().code().packageType();
                    return error(
                            subject.function(),
                            type,
                            "PackageType of " + subject.shown() + " is Image, and "
                                    + subject.code().orElseThrow().shown() + " is a zip; the deployment is refused",
                            "remove PackageType, which means Zip");
                })
                .toList();
    }
}
