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

    /** The name of each archive without {@code .zip}; those without a valid name of their own are left out. */
    public Map<ArchiveSubject, String> of(List<ArchiveSubject> subjects, Problems problems) {
        Map<ArchiveSubject, String> names = new LinkedHashMap<>();
        Map<String, ArchiveSubject> taken = new HashMap<>();
        for (ArchiveSubject subject : subjects) {
            Placeholders placeholders =
                    Placeholders.of(subject.name(), subject.runtime(), subject.architecture(), version);
            List<String> unknown = placeholders.unknown(pattern);
            if (!unknown.isEmpty()) {
                problems.add(unknownPlaceholders(unknown));
                return Map.of();
            }
            String name = placeholders.fill(patternFor(subject));
            ArchiveSubject other = taken.putIfAbsent(name.toLowerCase(Locale.ROOT), subject);
            if (!VALID.matcher(name).matches()) {
                problems.add(notAFileName(name));
            } else if (other != null) {
                problems.add(equalNames(name, subject, other));
            } else {
                names.put(subject, name);
            }
        }
        return names;
    }

    private String patternFor(ArchiveSubject subject) {
        boolean tellsApart = pattern.contains("{architecture}") || pattern.contains("{goarch}");
        return subject.alone() || tellsApart ? pattern : pattern + "-{architecture}";
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

    private static Problem equalNames(String name, ArchiveSubject one, ArchiveSubject other) {
        return Problem.input(
                        "two archives are called '" + name + "', that of " + other.described() + " and that of "
                                + one.described(),
                        "tell them apart with placeholders such as {name} and {architecture}"
                                + (one.kind() == other.kind() ? "" : ", or give the bundle another <name>")
                                + "; upper and lower case count as equal")
                .at(WHERE);
    }
}
