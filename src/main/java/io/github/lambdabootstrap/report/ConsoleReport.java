package io.github.lambdabootstrap.report;

import io.github.lambdabootstrap.gate.GateReport;
import io.github.lambdabootstrap.gate.PathProblem;
import io.github.lambdabootstrap.gate.TemplateVerdict;
import io.github.lambdabootstrap.gate.Verdict;
import io.github.lambdabootstrap.problem.ProblemText;
import io.github.lambdabootstrap.problem.SafeText;
import io.github.lambdabootstrap.rules.Finding;
import io.github.lambdabootstrap.rules.RuntimeSupportedRule;
import io.github.lambdabootstrap.rules.Severity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The gate's report as console lines: the inventory as a table; then every finding of every archive; then one summary
 * line.
 */
public final class ConsoleReport {

    private final GateReport report;
    private final Path base;

    /** A report whose readers think from the base folder: paths below it are shown relative to it. */
    public ConsoleReport(GateReport report, Path base) {
        this.report = report;
        this.base = base.toAbsolutePath().normalize();
    }

    /**
     * All lines, in the order in which they are told.
     *
     * @param first whether a line that speaks of a runtime has not been told in this build yet
     */
    public List<ConsoleLine> lines(Predicate<String> first) {
        List<ConsoleLine> lines = new ArrayList<>();
        if (!report.verdicts().isEmpty()) {
            new ConsoleTable(report.verdicts(), this::shown)
                    .lines()
                    .forEach(line -> lines.add(new ConsoleLine(Severity.INFO, line)));
        }
        report.verdicts().stream().map(this::findings).forEach(lines::addAll);
        report.templates().stream().map(this::findings).forEach(lines::addAll);
        lines.addAll(problems());
        lines.addAll(runtimes(first));
        lines.add(new ConsoleLine(Severity.INFO, summary()));
        return lines;
    }

    /** The run in one sentence: {@code 4 archives verified in 0.4 s: 3 passed, 1 failed; 2 errors, 1 warning}. */
    public String summary() {
        int judged = report.verdicts().size() + report.templates().size();
        int failed = report.failed().size() + report.failedTemplates().size();
        String counts = Stream.of(
                        count(report.count(Severity.ERROR), "error"),
                        count(report.count(Severity.WARNING), "warning"),
                        count(report.problems().size(), "path problem"),
                        report.suppressed() == 0 ? "" : report.suppressed() + " suppressed",
                        count(report.placeholders(), "placeholder"))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "%s verified in %.1f s: %d passed, %d failed%s",
                subjects(),
                report.took().toMillis() / 1000.0,
                judged - failed,
                failed,
                counts.isEmpty() ? "" : "; " + counts);
    }

    private String subjects() {
        int archives = report.verdicts().size();
        String templates = count(report.templates().size(), "template");
        return (archives == 1 ? "1 archive" : archives + " archives")
                + (templates.isEmpty() ? "" : " and " + templates);
    }

    private static String count(long number, String noun) {
        return number == 0 ? "" : number + " " + noun + (number == 1 ? "" : "s");
    }

    private List<ConsoleLine> findings(Verdict verdict) {
        List<ConsoleLine> lines = new ArrayList<>();
        List<Finding> faults = verdict.findings().stream()
                .filter(finding -> !isOfRuntime(finding) && finding.severity() != Severity.INFO)
                .toList();
        for (Finding finding : faults) {
            lines.add(new ConsoleLine(finding.severity(), "  " + finding.rule() + ": " + finding.message()));
            lines.add(
                    new ConsoleLine(finding.severity(), "    fix: " + finding.fix() + "      docs/" + finding.docs()));
        }
        if (!lines.isEmpty()) {
            String heading = ProblemText.count(faults.size()) + " in " + function(verdict) + ":";
            lines.add(0, new ConsoleLine(faults.get(0).severity(), heading));
        }
        verdict.findings().stream()
                .filter(finding -> !isOfRuntime(finding) && finding.severity() == Severity.INFO)
                .map(note -> "Note on " + function(verdict) + ": " + note.rule() + ": " + note.message() + "      docs/"
                        + note.docs())
                .forEach(note -> lines.add(new ConsoleLine(Severity.INFO, note)));
        return lines;
    }

    private List<ConsoleLine> findings(TemplateVerdict verdict) {
        List<ConsoleLine> lines = new ArrayList<>();
        String file = shown(verdict.template().file());
        for (Finding finding : verdict.findings()) {
            String place = file + ":" + finding.line() + ": ";
            lines.add(new ConsoleLine(finding.severity(), "  " + finding.rule() + ": " + place + finding.message()));
            lines.add(
                    new ConsoleLine(finding.severity(), "    fix: " + finding.fix() + "      docs/" + finding.docs()));
        }
        if (!lines.isEmpty()) {
            String heading = ProblemText.count(verdict.findings().size()) + " in template '" + file + "' ("
                    + verdict.template().format() + "):";
            lines.add(0, new ConsoleLine(verdict.findings().get(0).severity(), heading));
        }
        return lines;
    }

    private String function(Verdict verdict) {
        return "function '" + SafeText.of(verdict.request().name()) + "' (" + shown(verdict) + ")";
    }

    private List<ConsoleLine> problems() {
        List<ConsoleLine> lines = new ArrayList<>();
        for (PathProblem problem : report.problems()) {
            lines.add(new ConsoleLine(Severity.ERROR, "  " + problem.message()));
            lines.add(new ConsoleLine(
                    Severity.ERROR, "    fix: " + problem.fix() + "      docs/reference/verify.md#without-a-project"));
        }
        if (!lines.isEmpty()) {
            String heading = ProblemText.count(report.problems().size()) + " in lambda.archives:";
            lines.add(0, new ConsoleLine(Severity.ERROR, heading));
        }
        return lines;
    }

    private List<ConsoleLine> runtimes(Predicate<String> first) {
        return report.verdicts().stream()
                .flatMap(verdict -> verdict.findings().stream())
                .filter(ConsoleReport::isOfRuntime)
                .distinct()
                .filter(finding -> first.test(finding.message()))
                .map(f -> new ConsoleLine(
                        f.severity(), f.rule() + ": " + f.message() + "; fix: " + f.fix() + "      docs/" + f.docs()))
                .toList();
    }

    private static boolean isOfRuntime(Finding finding) {
        return finding.rule().equals(RuntimeSupportedRule.ID);
    }

    private String shown(Verdict verdict) {
        return shown(verdict.request().path().normalize());
    }

    private String shown(Path path) {
        return SafeText.of((path.startsWith(base) ? base.relativize(path) : path).toString());
    }
}
