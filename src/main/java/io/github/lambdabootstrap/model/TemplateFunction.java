package io.github.lambdabootstrap.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a template says of one function, after what it takes from elsewhere in the template.
 *
 * @param id its logical id or name
 * @param line where it begins, from 1
 * @param runtime its runtime
 * @param handler its handler
 * @param architectures the members of its list of architectures; none when there is no such list
 * @param code where its code is and how it is packaged
 * @param environment the names of its environment variables
 * @param complete whether everything that it has is in the template, so that what is absent really is
 */
public record TemplateFunction(
        String id,
        int line,
        TemplateValue runtime,
        TemplateValue handler,
        List<TemplateValue> architectures,
        Code code,
        List<TemplateText> environment,
        boolean complete) {

    /**
     * The code of a function.
     *
     * @param place paths on this machine, as the template writes them; unknown when it is somewhere else
     * @param folder what relative paths start from: the template's folder
     * @param packageType {@code Zip} or {@code Image}
     * @param inline where source code stands in the template itself
     */
    public record Code(TemplateValue place, Path folder, TemplateValue packageType, Optional<TemplateText> inline) {}

    public TemplateFunction {
        architectures = List.copyOf(architectures);
        environment = List.copyOf(environment);
    }
}
