package io.github.lambdabootstrap.mojo.config;

import io.github.lambdabootstrap.gate.Policy;
import io.github.lambdabootstrap.gate.Suppression;
import io.github.lambdabootstrap.problem.Problem;
import io.github.lambdabootstrap.problem.Problems;
import io.github.lambdabootstrap.problem.SafeText;
import io.github.lambdabootstrap.rules.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the configuration makes of findings, as texts.
 *
 * @param rules {@code <rules>}: a weight by rule id; may be null
 * @param ruleSeverities {@code lambda.ruleSeverities}: {@code id=weight}, which wins; may be null
 * @param suppressions {@code <suppressions>}; may be null
 * @param failOn {@code lambda.verify.failOn}
 */
public record PolicyConfig(
        Map<String, String> rules, List<String> ruleSeverities, List<SuppressionConfig> suppressions, String failOn) {

    private static final String OFF = "off";

    /**
     * The policy.
     *
     * @param ids of all rules
     * @throws io.github.lambdabootstrap.problem.ProblemException when a rule or a weight is unknown
     */
    public Policy toSpec(List<String> ids) {
        Problems problems = new Problems();
        Map<String, Optional<Severity>> severities = new HashMap<>();
        if (rules != null) {
            rules.forEach((id, weight) -> put(severities, id, weight, "pom.xml <rules>", ids, problems));
        }
        for (String text : Texts.trimmed(ruleSeverities)) {
            int equals = text.indexOf('=');
            String id = equals < 0 ? text : text.substring(0, equals);
            put(severities, id, text.substring(equals + 1), "lambda.ruleSeverities", ids, problems);
        }
        Policy policy = new Policy(severities, suppressions(ids, problems), failOn(problems));
        problems.throwIfAny();
        return policy;
    }

    private static void put(
            Map<String, Optional<Severity>> severities,
            String id,
            String weight,
            String where,
            List<String> ids,
            Problems problems) {
        String word = weight == null ? "" : weight.trim();
        Optional<Severity> severity = Severity.parse(word);
        requireKnown(id.trim(), where, ids, problems);
        if (severity.isEmpty() && !word.equals(OFF)) {
            problems.add(Problem.input(
                            "'" + SafeText.of(word) + "' is no weight for rule '" + SafeText.of(id) + "'",
                            "choose one of " + String.join(", ", Severity.ids()) + ", " + OFF)
                    .at(where));
        }
        severities.put(id.trim(), severity);
    }

    private List<Suppression> suppressions(List<String> ids, Problems problems) {
        List<Suppression> specs = new ArrayList<>();
        if (suppressions != null) {
            suppressions.forEach(config -> config.toSpec(problems).ifPresent(specs::add));
        }
        specs.forEach(spec -> requireKnown(spec.rule(), "pom.xml <suppressions>", ids, problems));
        return specs;
    }

    private Severity failOn(Problems problems) {
        return Severity.parse(failOn == null ? Severity.ERROR.id() : failOn.trim())
                .filter(severity -> severity != Severity.INFO)
                .orElseGet(() -> {
                    problems.add(Problem.input(
                                    "'" + SafeText.of(failOn) + "' is nothing to fail on", "choose error or warning")
                            .at("lambda.verify.failOn"));
                    return Severity.ERROR;
                });
    }

    private static void requireKnown(String id, String where, List<String> ids, Problems problems) {
        if (!ids.contains(id)) {
            problems.add(Problem.input(
                            "there is no rule '" + SafeText.of(id) + "'", "choose one of " + String.join(", ", ids))
                    .at(where)
                    .docs("rules.md"));
        }
    }
}
