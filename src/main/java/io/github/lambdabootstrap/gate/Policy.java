package io.github.lambdabootstrap.gate;

import io.github.lambdabootstrap.rules.Severity;

/**
 * What the user makes of findings.
 *
 * @param failOn the weight from which a finding fails an archive
 */
public record Policy(Severity failOn) {

    /** Errors fail, warnings do not, and every rule has the weight it was born with. */
    public static final Policy DEFAULT = new Policy(Severity.ERROR);
}
