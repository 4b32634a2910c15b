package io.github.lambdabootstrap.gate;

import io.github.lambdabootstrap.model.Template;
import io.github.lambdabootstrap.rules.Finding;
import java.util.List;

/**
 * What the gate says of one template.
 *
 * @param template what was read from it
 * @param findings as those of a {@link Verdict}, each with its line
 * @param suppressed findings that the configuration accepts; they do not count
 * @param passed whether no finding weighs enough to stop it
 */
public record TemplateVerdict(
        Template template, List<Finding> findings, List<SuppressedFinding> suppressed, boolean passed) {

    public TemplateVerdict {
        findings = List.copyOf(findings);
        suppressed = List.copyOf(suppressed);
    }
}
