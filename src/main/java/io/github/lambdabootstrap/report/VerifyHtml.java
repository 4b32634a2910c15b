package io.github.lambdabootstrap.report;

import io.github.lambdabootstrap.gate.GateReport;
import io.github.lambdabootstrap.gate.PathProblem;
import io.github.lambdabootstrap.gate.TemplateVerdict;
import io.github.lambdabootstrap.gate.Verdict;
import io.github.lambdabootstrap.model.Sha256;
import io.github.lambdabootstrap.rules.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;

/**
 * The gate's report as {@code verify.html}: one page that needs nothing else, runs no script and may load nothing. The
 * same report is the same page, on any day.
 */
final class VerifyHtml {

    private static final String PROBLEMS = """
            <section>
            <h2>Not judged</h2>
            <ul class=findings>
            %s</ul>
            </section>
            """;

    private static final String PROBLEM = """
            <li class=error><p class=about><span class=tag>error</span> <code>%s</code></p>
            <p>%s</p>
            <p class=fix><b>Fix:</b> %s</p></li>
            """;

    private static final String ARCHIVES = """
            <section>
            <h2 id=archives>Archives</h2>
            <table role=table aria-labelledby=archives>
            <thead role=rowgroup>
            <tr role=row>%s</tr>
            </thead>
            <tbody role=rowgroup>
            %s</tbody>
            </table>
            </section>
            """;

    private static final String TEMPLATE = """
            <section>
            <h2>%s <span class=of>%s, %s</span></h2>
            %s</section>
            """;

    private final GateReport report;
    private final ReportSubject subject;

    private VerifyHtml(GateReport report, ReportSubject subject) {
        this.report = report;
        this.subject = subject;
    }

    /** The page, in UTF-8. */
    static String text(GateReport report, ReportSubject subject) {
        return new VerifyHtml(report, subject).page();
    }

    private String page() {
        String style = resource("verify.css");
        String title = HtmlText.outside(subject.title());
        return resource("verify.html")
                .formatted(
                        Sha256.of(style.getBytes(StandardCharsets.UTF_8)).base64(),
                        title,
                        headline(),
                        style,
                        report.passed() ? "pass" : "fail",
                        title,
                        report.passed() ? "✓" : "✕",
                        headline(),
                        counts(),
                        problems(),
                        archives() + HtmlText.each(report.templates(), this::template),
                        "<a href=\"" + ProjectPages.HOME + "\" rel=noreferrer>lambda-bootstrap-maven-plugin</a>",
                        HtmlText.outside(subject.version()));
    }

    private String headline() {
        int archives = report.verdicts().size();
        int failed = report.failed().size();
        int failedTemplates = report.failedTemplates().size();
        if (failed > 0) {
            return failed + " of " + HtmlText.count(archives, "archive") + " failed";
        }
        if (failedTemplates > 0) {
            return failedTemplates + " of " + HtmlText.count(report.templates().size(), "template") + " failed";
        }
        if (!report.problems().isEmpty()) {
            return HtmlText.count(report.problems().size(), "path problem");
        }
        return archives == 1 ? "The archive passed" : "All " + HtmlText.count(archives, "archive") + " passed";
    }

    private String counts() {
        int failed = report.failed().size() + report.failedTemplates().size();
        return count(report.verdicts().size() + report.templates().size() - failed, "passed")
                + count(failed, "failed")
                + count(report.count(Severity.ERROR), "error", "errors")
                + count(report.count(Severity.WARNING), "warning", "warnings")
                + count(report.suppressed(), "suppressed")
                + count(report.placeholders(), "placeholder", "placeholders");
    }

    private static String count(long number, String one, String many) {
        return count(number, number == 1 ? one : many);
    }

    private static String count(long number, String noun) {
        return "<li%s><b>%d</b> %s</li>\n".formatted(number == 0 ? " class=none" : "", number, noun);
    }

    private String problems() {
        return report.problems().isEmpty() ? "" : PROBLEMS.formatted(HtmlText.each(report.problems(), this::problem));
    }

    private String problem(PathProblem problem) {
        return PROBLEM.formatted(
                HtmlText.outside(problem.path()),
                HtmlText.of(Sentence.of(problem.message())),
                HtmlText.of(Sentence.of(problem.fix())));
    }

    private String archives() {
        if (report.verdicts().isEmpty()) {
            return "";
        }
        String columns =
                HtmlText.each(HtmlRow.COLUMNS, column -> "<th role=columnheader scope=col>" + column + "</th>");
        List<Verdict> worstFirst = report.verdicts().stream()
                .sorted(Comparator.comparing(Verdict::passed)
                        .thenComparing(verdict -> verdict.findings().isEmpty()))
                .toList();
        return ARCHIVES.formatted(columns, HtmlText.each(worstFirst, verdict -> new HtmlRow(verdict, subject).text()));
    }

    private String template(TemplateVerdict verdict) {
        String items = HtmlFindings.items(verdict.findings(), verdict.suppressed());
        return TEMPLATE.formatted(
                HtmlText.outside(subject.shown(verdict.template().file())),
                verdict.template().format(),
                verdict.passed() ? "passed" : "failed",
                items.isEmpty() ? "" : "<ul class=findings>\n" + items + "</ul>\n");
    }

    private static String resource(String name) {
        try (InputStream in = VerifyHtml.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("the plugin's own file cannot be read", e);
        }
    }
}
