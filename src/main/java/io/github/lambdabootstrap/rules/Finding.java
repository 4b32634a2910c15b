package io.github.lambdabootstrap.rules;

/**
 * One fault of one archive or template. Message and fix are ready to be shown: what they quote from there went through
 * {@link io.github.lambdabootstrap.problem.SafeText} when the finding was made.
 *
 * @param rule id of the rule that found it
 * @param severity its weight, after what the configuration says about the rule
 * @param entry the archive entry at fault, as the archive spells it, or the function of a template; empty when it is the
 *     archive as a whole
 * @param line of the template, from 1; 0 in an archive
 * @param message what is wrong, why Lambda cares and what it would say, without a final full stop
 * @param fix what to do, imperative, without a final full stop
 */
public record Finding(String rule, Severity severity, String entry, int line, String message, String fix) {

    public Finding {
        if (rule.isBlank() || message.isBlank() || fix.isBlank()) {
            throw new IllegalArgumentException("a finding names its rule, says what is wrong and how to fix it");
        }
    }

    /** A finding in an archive. */
    public Finding(String rule, Severity severity, String entry, String message, String fix) {
        this(rule, severity, entry, 0, message, fix);
    }

    /** The rule's page, below {@code docs/}. */
    public String docs() {
        return "rules.md#" + rule;
    }

    public Finding withSeverity(Severity other) {
        return new Finding(rule, other, entry, line, message, fix);
    }
}
