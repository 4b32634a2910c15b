package io.github.lambdabootstrap.gate;

import io.github.lambdabootstrap.model.Glob;
import io.github.lambdabootstrap.rules.Finding;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A finding that the user knows of and accepts.
 *
 * @param rule id of the rule
 * @param archive the archives, by name, file name or path, and the templates; all when empty
 * @param entry the entries of archives and the functions of templates; all, and findings of the archive as a whole, when
 *     empty
 * @param reason why it is accepted, in the user's words
 */
public record Suppression(String rule, Optional<Glob> archive, Optional<Glob> entry, String reason) {

    public Suppression {
        if (rule.isBlank() || reason.isBlank()) {
            throw new IllegalArgumentException("a suppression names a rule and a reason");
        }
    }

    /** @param called whether a pattern means what the finding is about */
    boolean covers(Predicate<Glob> called, Finding finding) {
        return finding.rule().equals(rule)
                && archive.map(called::test).orElse(true)
                && entry.map(glob -> glob.matches(finding.entry())).orElse(true);
    }

    /** How messages call it: {@code rule 'entry-method' in archive 'orders*'}. */
    public String shown() {
        return "rule '" + rule + "'"
                + archive.map(glob -> " in archive '" + glob + "'").orElse("")
                + entry.map(glob -> " at entry '" + glob + "'").orElse("");
    }
}
