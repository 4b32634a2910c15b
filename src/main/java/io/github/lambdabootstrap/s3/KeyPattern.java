package io.github.lambdabootstrap.s3;

import io.github.lambdabootstrap.model.Sha256;
import io.github.lambdabootstrap.problem.Problem;
import io.github.lambdabootstrap.problem.Problems;
import io.github.lambdabootstrap.problem.SafeText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How the keys of archives are made.
 *
 * @param pattern with the placeholders <code>{prefix}</code>, <code>{name}</code>, <code>{sha256}</code> and
 *     <code>{version}</code>
 * @param prefix may be empty; a slash at its ends does not matter
 * @param version of the module; empty without a project
 */
public record KeyPattern(String pattern, String prefix, Optional<String> version) {

    /** The same content has the same key, other content never has: nothing is sent twice, and nothing overwritten. */
    public static final String BY_CONTENT = "{prefix}/{name}/{sha256}.zip";

    /** Where the pattern is configured. */
    public static final String WHERE = "<s3><key> or lambda.s3.key";

    private static final String DIGEST = "{sha256}";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");
    private static final Set<String> KNOWN = Set.of("prefix", "name", "sha256", "version");

    public KeyPattern {
        prefix = prefix.replaceAll("^/+|/+$", "");
    }

    /** The key of an archive; what cannot be one is added to the problems. */
    public Optional<ObjectKey> keyOf(String name, Sha256 sha256, Problems problems) {
        String key = filled(name, sha256);
        Optional<String> fault = ObjectKey.fault(key);
        fault.ifPresent(reason -> problems.add(Problem.input(
                        "'" + SafeText.of(key) + "' cannot be the key of " + SafeText.of(name) + ": " + reason,
                        "change the prefix, the key pattern or the archive's name")
                .at(WHERE)
                .docs("upload.md#keys")));
        return fault.isPresent() ? Optional.empty() : Optional.of(new ObjectKey(key, pattern.contains(DIGEST)));
    }

    /** Adds what is wrong with the pattern itself. */
    public void check(Problems problems) {
        Set<String> unknown = PLACEHOLDER
                .matcher(pattern)
                .results()
                .map(match -> match.group(1))
                .filter(word -> !KNOWN.contains(word))
                .collect(Collectors.toCollection(TreeSet::new));
        if (!unknown.isEmpty()) {
            problems.add(fault(
                    "the key pattern '" + SafeText.of(pattern) + "' has unknown placeholders: "
                            + SafeText.of(String.join(", ", unknown)),
                    "use {prefix}, {name}, {sha256} and {version}"));
        }
        if (!pattern.contains("{name}") && !pattern.contains(DIGEST)) {
            problems.add(fault(
                    "the key pattern '" + SafeText.of(pattern) + "' gives every archive the same key",
                    "put {name} or {sha256} into it"));
        }
        if (pattern.contains("{version}") && version.isEmpty()) {
            problems.add(fault("{version} in the key pattern has no value without a project", "leave it out"));
        }
    }

    private static Problem fault(String what, String fix) {
        return Problem.input(what, fix).at(WHERE).docs("upload.md#keys");
    }

    private String filled(String name, Sha256 sha256) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("prefix", prefix);
        values.put("name", name);
        values.put("sha256", sha256.hex());
        values.put("version", version.orElse(""));
        // without a prefix there is no slash after it
        String shape = prefix.isEmpty() ? pattern.replace("{prefix}/", "") : pattern;
        return PLACEHOLDER.matcher(shape).replaceAll(match -> quoted(values, match));
    }

    private static String quoted(Map<String, String> values, MatchResult match) {
        return Matcher.quoteReplacement(values.getOrDefault(match.group(1), match.group()));
    }
}
