package io.github.lambdabootstrap.gate;

import io.github.lambdabootstrap.model.Glob;
import io.github.lambdabootstrap.rules.Finding;
import io.github.lambdabootstrap.rules.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What the user makes of findings.
 *
 * @param severities the weight of all findings of a rule, by its id; empty when the rule is off
 * @param suppressions what is accepted
 * @param failOn the weight from which a finding fails an archive
 */
public record Policy(Map<String, Optional<Severity>> severities, List<Suppression> suppressions, Severity failOn) {

    /** Errors fail, warnings do not, and every rule has the weight it was born with. */
    public static final Policy DEFAULT = new Policy(Map.of(), List.of(), Severity.ERROR);

    public Policy {
        severities = Map.copyOf(severities);
        suppressions = List.copyOf(suppressions);
    }

    /** The rules that are off, by their ids. */
    Set<String> off() {
        return severities.entrySet().stream()
                .filter(said -> said.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** The finding with the weight that the user gives its rule; empty when the rule is off. */
    Optional<Finding> weighed(Finding finding) {
        Optional<Severity> said = severities.get(finding.rule());
        return said == null ? Optional.of(finding) : said.map(finding::withSeverity);
    }

    /**
     * The first suppression that covers a finding.
     *
     * @param called whether a pattern means what it is about
     */
    Optional<Suppression> suppression(Predicate<Glob> called, Finding finding) {
        return suppressions.stream()
                .filter(suppression -> suppression.covers(called, finding))
                .findFirst();
    }

    boolean stops(Finding finding) {
        return finding.severity().isAtLeast(failOn);
    }
}
