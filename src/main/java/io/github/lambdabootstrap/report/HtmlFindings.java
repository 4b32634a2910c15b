package io.github.lambdabootstrap.report;

import io.github.lambdabootstrap.gate.SuppressedFinding;
import io.github.lambdabootstrap.problem.SafeText;
import io.github.lambdabootstrap.rules.Finding;
import java.util.List;

/** Findings as items of a list. */
final class HtmlFindings {

    private static final String FINDING = """
            <li class=%s><p class=about><span class=tag>%s</span> %s%s</p>
            <p>%s</p>
            <p class=fix><b>%s:</b> %s</p></li>
            """;

    private HtmlFindings() {}

    /** Those that count, then those that are accepted; nothing when there is neither. */
    static String items(List<Finding> findings, List<SuppressedFinding> suppressed) {
        return HtmlText.each(findings, HtmlFindings::finding) + HtmlText.each(suppressed, HtmlFindings::suppressed);
    }

    private static String finding(Finding finding) {
        String severity = finding.severity().id();
        return item(severity, severity, finding, "Fix", Sentence.of(finding.fix()));
    }

    private static String suppressed(SuppressedFinding suppressed) {
        return item(
                "suppressed",
                "suppressed " + suppressed.finding().severity().id() + times(suppressed.times()),
                suppressed.finding(),
                "Accepted",
                Sentence.of(SafeText.of(suppressed.by().reason())));
    }

    private static String times(int times) {
        return times == 1 ? "" : ", " + times + " times";
    }

    private static String item(String kind, String tag, Finding finding, String label, String text) {
        String line = finding.line() == 0 ? "" : " line " + finding.line();
        String entry = finding.entry().isEmpty() ? "" : " <code>" + HtmlText.outside(finding.entry()) + "</code>";
        return FINDING.formatted(
                kind,
                tag,
                HtmlText.link(finding.docs(), finding.rule()),
                entry + line,
                HtmlText.of(Sentence.of(finding.message())),
                label,
                HtmlText.of(text));
    }
}
