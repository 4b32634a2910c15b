package io.github.lambdabootstrap.archive;

import io.github.lambdabootstrap.problem.Problem;
import io.github.lambdabootstrap.problem.Problems;
import io.github.lambdabootstrap.problem.SafeText;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Names archives by a pattern.
 *
 * @param pattern with placeholders, for example <code>{name}_{os}_{goarch}</code>
 * @param version of the Maven module
 */
public record ArchiveNames(String pattern, String version) {

    private static final String WHERE = "pom.xml <archiveName>, lambda.archiveName";

    // a file name on every system and a Maven classifier; short enough for a temporary file beside it
    private static final String FORM = "[A-Za-z0-9][A-Za-z0-9._+-]{0,199}";
    private static final Pattern VALID = Pattern.compile(FORM);

    /** The name of each target without {@code .zip}; those without a valid name of their own are left out. */
    Map<FunctionTarget, String> of(List<FunctionTarget> targets, Problems problems) {
        Map<FunctionTarget, String> names = new LinkedHashMap<>();
        Map<String, FunctionTarget> taken = new HashMap<>();
        for (FunctionTarget target : targets) {
            Placeholders placeholders =
                    Placeholders.of(target.name(), target.runtime(), target.architecture(), version);
            List<String> unknown = placeholders.unknown(pattern);
            if (!unknown.isEmpty()) {
                problems.add(unknownPlaceholders(unknown));
                return Map.of();
            }
            String name = placeholders.fill(patternFor(target));
            FunctionTarget other = taken.putIfAbsent(name.toLowerCase(Locale.ROOT), target);
            if (!VALID.matcher(name).matches()) {
                problems.add(notAFileName(name));
            } else if (other != null) {
                problems.add(equalNames(name, target, other));
            } else {
                names.put(target, name);
            }
        }
        return names;
    }

    private String patternFor(FunctionTarget target) {
        boolean tellsApart = pattern.contains("{architecture}") || pattern.contains("{goarch}");
        return target.alone() || tellsApart ? pattern : pattern + "-{architecture}";
    }

    private static Problem unknownPlaceholders(List<String> unknown) {
        return Problem.input(
                        "the pattern of archive names has unknown placeholders: "
                                + SafeText.of(String.join(" ", unknown)),
                        "use " + Placeholders.CHOICES)
                .at(WHERE);
    }

    private static Problem notAFileName(String name) {
        return Problem.input(
                        "the pattern of archive names gives '" + SafeText.of(name) + "'",
                        "change it so that each name has the form " + FORM)
                .at(WHERE)
                .because("an archive's name is a file name and a Maven classifier");
    }

    private static Problem equalNames(String name, FunctionTarget one, FunctionTarget other) {
        return Problem.input(
                        "two archives are called '" + name + "', that of " + described(other) + " and that of "
                                + described(one),
                        "tell them apart with placeholders such as {name} and {architecture}; upper and lower case"
                                + " count as equal")
                .at(WHERE);
    }

    private static String described(FunctionTarget target) {
        return "'" + target.name() + "' for " + target.architecture();
    }
}
