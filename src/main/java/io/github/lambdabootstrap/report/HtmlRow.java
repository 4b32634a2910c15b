package io.github.lambdabootstrap.report;

import io.github.lambdabootstrap.gate.EntrypointFacts;
import io.github.lambdabootstrap.gate.Verdict;
import io.github.lambdabootstrap.model.ByteSize;
import io.github.lambdabootstrap.model.LambdaLimits;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An archive's row of the page: its cells, all that was found in it, and its facts to unfold. The roles keep it a table
 * for screen readers where the style makes a card of it.
 */
record HtmlRow(Verdict verdict, ReportSubject subject) {

    static final List<String> COLUMNS =
            List.of("Function", "Verdict", "Runtime", "Language", "glibc", "Zipped", "Unzipped", "Facts");

    private static final String UNKNOWN = "<span class=none>–</span>";

    private static final String ROW = """
            <tr role=row class=%s>
            <th role=rowheader scope=row>%s</th>
            %s%s</tr>
            """;

    private static final String FACTS = """
            <td role=cell class=facts><details><summary>Facts<span class=of> of %s</span></summary>
            <dl>
            %s</dl></details></td>
            """;

    /** The row, as HTML. */
    String text() {
        String name = HtmlText.outside(verdict.request().name());
        return ROW.formatted(state(), name + path(), cells(), FACTS.formatted(name, facts()) + findings());
    }

    /** Where the archive is, at once for those that somebody will look for. */
    private String path() {
        return verdict.findings().isEmpty()
                ? ""
                : " <span class=\"of path\">"
                        + HtmlText.outside(subject.shown(verdict.request().path())) + "</span>";
    }

    private String state() {
        return !verdict.passed() ? "failed" : placeholder() ? "placeholder" : "passed";
    }

    private boolean placeholder() {
        return verdict.request().expectation().placeholder();
    }

    private String cells() {
        Optional<EntrypointFacts> entrypoint = verdict.entrypoint();
        return cell(1, "<span class=verdict>" + state() + "</span>")
                + cell(2, HtmlText.of(verdict.request().expectation().runtime().id()) + architecture())
                + cell(3, entrypoint.map(Language::of).map(HtmlText::of).orElse(UNKNOWN))
                + cell(
                        4,
                        entrypoint
                                .flatMap(EntrypointFacts::glibc)
                                .map(HtmlText::outside)
                                .orElse(UNKNOWN))
                + cell(5, size(verdict.size(), LambdaLimits.DIRECT_UPLOAD))
                + cell(6, size(verdict.unzippedSize(), LambdaLimits.UNZIPPED));
    }

    private static String cell(int column, String content) {
        return "<td role=cell data-label=%s>%s</td>\n".formatted(COLUMNS.get(column), content);
    }

    private String architecture() {
        return Machine.of(verdict).map(id -> "<br>" + id).orElse("");
    }

    /** A size, and how much of the limit it takes. Widths are attributes, since the page's policy forbids inline style. */
    private String size(ByteSize size, long limit) {
        if (verdict.sha256().isEmpty()) {
            return UNKNOWN;
        }
        double percent = Math.min(100, 100.0 * size.bytes() / limit);
        String weight = percent >= 100 ? "over" : percent >= 95 ? "near" : "fine";
        return String.format(
                Locale.ROOT,
                "<span class=size>%s</span> <span class=of>of %d MiB</span><svg class=%s viewBox=\"0 0 100 4\" preserveAspectRatio=none"
                        + " aria-hidden=true><rect width=100 height=4></rect><rect width=%.1f height=4></rect></svg>",
                size,
                limit >> 20,
                weight,
                percent);
    }

    private String findings() {
        String items = HtmlFindings.items(verdict.findings(), verdict.suppressed());
        return items.isEmpty() ? "" : "<td role=cell class=more><ul class=findings>\n" + items + "</ul></td>\n";
    }

    private String facts() {
        return new HtmlFacts(verdict, subject).text();
    }
}
