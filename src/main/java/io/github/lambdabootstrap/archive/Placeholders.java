package io.github.lambdabootstrap.archive;

import io.github.lambdabootstrap.model.Architecture;
import io.github.lambdabootstrap.model.FunctionName;
import io.github.lambdabootstrap.model.LambdaRuntime;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the words in braces stand for in an archive's name or an executable's path.
 *
 * @param values by the word without its braces
 */
record Placeholders(Map<String, String> values) {

    /** All that may be used, for messages. */
    static final String CHOICES = "{name} {os} {architecture} {goarch} {runtime} {version}";

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");

    Placeholders {
        values = Map.copyOf(values);
    }

    /** @param version of the Maven module */
    static Placeholders of(FunctionName name, LambdaRuntime runtime, Architecture architecture, String version) {
        return new Placeholders(Map.of(
                "name", name.value(),
                "os", "linux",
                "architecture", architecture.id(),
                "goarch", architecture.goarch(),
                "runtime", runtime.id(),
                "version", version));
    }

    /** The text with each known word replaced; unknown ones stay. */
    String fill(String pattern) {
        return PLACEHOLDER
                .matcher(pattern)
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group())));
    }

    /** The words that stand for nothing, with their braces. */
    List<String> unknown(String pattern) {
        return PLACEHOLDER
                .matcher(pattern)
                .results()
                .filter(found -> !values.containsKey(found.group(1)))
                .map(found -> found.group())
                .distinct()
                .toList();
    }
}
