package io.github.lambdabootstrap.template;

import io.github.lambdabootstrap.model.Template;
import io.github.lambdabootstrap.model.TemplateFunction;
import io.github.lambdabootstrap.model.TemplateText;
import io.github.lambdabootstrap.model.TemplateValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;

/** Reads templates as {@code verify} does, and shows what rules may know of each function as one text. */
abstract class FactsTestCase {

    @TempDir
    protected Path folder;

    protected void write(String name, String text) {
        try {
            Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    protected List<TemplateFunction> functions(String name, String text) {
        write(name, text);
        return read(name).functions();
    }

    protected Template read(String name) {
        return DeployedTemplates.read(List.of(name), folder).get(0);
    }

    /** The only function. */
    protected TemplateFunction function(String name, String text) {
        List<TemplateFunction> functions = functions(name, text);
        if (functions.size() != 1) {
            throw new AssertionError("not one function: " + functions);
        }
        return functions.get(0);
    }

    /** All of a function but its place: each value with its line. */
    protected static String shown(TemplateFunction function) {
        return function.id() + " (line " + function.line() + (function.complete() ? "" : ", not all of it")
                + "): runtime "
                + shown(function.runtime()) + "; handler " + shown(function.handler()) + "; architectures "
                + function.architectures().stream().map(FactsTestCase::shown).toList() + "; code "
                + function.code()
                        .inline()
                        .map(text -> "inline " + shown(text))
                        .orElseGet(() -> shown(function.code().place()))
                + "; package type " + shown(function.code().packageType()) + "; environment "
                + function.environment().stream().map(FactsTestCase::shown).toList();
    }

    /** {@code absent}, {@code unknown}, or what it can be. */
    protected static String shown(TemplateValue value) {
        String texts = value.texts().stream().map(FactsTestCase::shown).collect(Collectors.joining(" or "));
        String open = texts.isEmpty() ? "unknown" : texts + " or unknown";
        return value.isAbsent()
                ? "absent"
                : (value.known() ? texts : open)
                        + value.parameter().map(name -> " by " + name).orElse("");
    }

    private static String shown(TemplateText text) {
        return text.value() + ":" + text.line();
    }
}
