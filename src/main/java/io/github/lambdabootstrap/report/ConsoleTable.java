package io.github.lambdabootstrap.report;

import io.github.lambdabootstrap.gate.EntrypointFacts;
import io.github.lambdabootstrap.gate.Verdict;
import io.github.lambdabootstrap.problem.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The inventory as lines with aligned columns: a heading and one line for each archive. The verdict comes first, so that
 * no line begins with words of an archive.
 */
final class ConsoleTable {

    /** One long name must not push the columns of all others out of sight. */
    private static final int WIDEST = 48;

    private static final List<String> HEADING = List.of(
            "Verdict", "Function", "Architecture", "Language", "Linkage", "glibc", "Zipped", "Unzipped", "Archive");
    private static final int FIRST_NUMBER = 5;
    private static final int PATH = 8;

    private final List<List<String>> rows = new ArrayList<>();

    /** @param shown an archive's path as the reader would write it */
    ConsoleTable(List<Verdict> verdicts, Function<Verdict, String> shown) {
        rows.add(HEADING);
        verdicts.forEach(verdict -> rows.add(row(verdict, shown.apply(verdict))));
    }

    List<String> lines() {
        int[] widths = IntStream.range(0, PATH)
                .map(column -> rows.stream()
                        .mapToInt(row -> Math.min(WIDEST, length(row.get(column))))
                        .max()
                        .orElse(0))
                .toArray();
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private static List<String> row(Verdict verdict, String path) {
        boolean read = verdict.sha256().isPresent();
        return List.of(
                !verdict.passed() ? "failed" : verdict.request().expectation().placeholder() ? "placeholder" : "passed",
                SafeText.of(verdict.request().name()),
                Machine.of(verdict).orElse("-"),
                verdict.entrypoint().map(Language::of).orElse("-"),
                fact(verdict, facts -> facts.linkage().orElse("-")),
                fact(verdict, facts -> facts.glibc().orElse("-")),
                read ? verdict.size().toString() : "-",
                read ? verdict.unzippedSize().toString() : "-",
                path);
    }

    private static String fact(Verdict verdict, Function<EntrypointFacts, String> fact) {
        return SafeText.of(verdict.entrypoint().map(fact).orElse("-"));
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < PATH; column++) {
            String text = row.get(column);
            String gap = " ".repeat(Math.max(0, widths[column] - length(text)));
            line.append(column < FIRST_NUMBER ? text + gap : gap + text).append("  ");
        }
        return line.append(row.get(PATH)).toString();
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
