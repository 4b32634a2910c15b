package io.github.lambdabootstrap.model;

import java.nio.file.Path;
import java.util.List;

/**
 * The functions that a template describes.
 *
 * @param file absolute
 * @param format what people call its kind: {@code AWS SAM}
 * @param functions in the order of the source
 */
public record Template(Path file, String format, List<TemplateFunction> functions) {

    public Template {
        if (!file.isAbsolute()) {
            throw new IllegalArgumentException("not absolute: " + file);
        }
        functions = List.copyOf(functions);
    }
}
