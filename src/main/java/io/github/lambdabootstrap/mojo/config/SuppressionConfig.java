package io.github.lambdabootstrap.mojo.config;

import io.github.lambdabootstrap.gate.Suppression;
import io.github.lambdabootstrap.model.Glob;
import io.github.lambdabootstrap.problem.Problem;
import io.github.lambdabootstrap.problem.Problems;
import java.util.Objects;
import java.util.Optional;

/** {@code <suppression>}: a finding that is known and accepted. */
public class SuppressionConfig {

    /** The id of the rule. */
    private String rule;

    /** Ant-style pattern on the name, file name or path of an archive or template; every one when absent. */
    private String archive;

    /**
     * Ant-style pattern on the entry, or on the function of a template; every one, and the archive as a whole, when
     * absent.
     */
    private String entry;

    /** Why the finding is accepted. Required. */
    private String reason;

    Optional<Suppression> toSpec(Problems problems) {
        String id = Objects.requireNonNullElse(rule, "").trim();
        if (id.isEmpty() || Texts.isBlank(reason)) {
            problems.add(Problem.input(
                            "a suppression lacks its <" + (id.isEmpty() ? "rule" : "reason") + ">",
                            "say which rule is suppressed and why")
                    .at("pom.xml <suppressions>")
                    .docs("reference/verify.md"));
            return Optional.empty();
        }
        return Optional.of(new Suppression(id, glob(archive), glob(entry), reason.trim()));
    }

    private static Optional<Glob> glob(String pattern) {
        return Texts.isBlank(pattern) ? Optional.empty() : Optional.of(new Glob(pattern.trim()));
    }
}
