package io.github.lambdabootstrap.template;

import java.util.ArrayList;
import java.util.List;

/** The edits of a file as a unified diff for people to read, of lines without their ends. */
final class UnifiedDiff {

    private static final int CONTEXT = 3;

    private final TemplateFile file;
    private final List<Edit> edits;
    private final List<String> lines = new ArrayList<>();
    private int shift;

    private UnifiedDiff(TemplateFile file, List<Edit> edits) {
        this.file = file;
        this.edits = edits;
    }

    /**
     * The hunks, without the two lines that name the files.
     *
     * @param edits disjoint, of this file, in the order of the source
     */
    static List<String> of(TemplateFile file, List<Edit> edits) {
        UnifiedDiff diff = new UnifiedDiff(file, edits);
        int from = 0;
        while (from < edits.size()) {
            int to = from + 1;
            while (to < edits.size() && diff.first(to) <= diff.last(to - 1) + 2 * CONTEXT) {
                to++;
            }
            diff.hunk(from, to);
            from = to;
        }
        return List.copyOf(diff.lines);
    }

    private void hunk(int from, int to) {
        int all = file.line(file.text().length());
        int start = Math.max(1, first(from) - CONTEXT);
        int end = Math.min(all, last(to - 1) + CONTEXT);
        // behind a final line feed there is no line
        end = end == all && end > start && source(end).isEmpty() ? end - 1 : end;
        List<String> body = new ArrayList<>();
        int next = start;
        int added = 0;
        for (int i = from; i < to; ) {
            int group = i + 1;
            while (group < to && first(group) <= last(group - 1) + 1) {
                group++;
            }
            context(body, next, first(i) - 1);
            for (int line = first(i); line <= last(group - 1); line++) {
                body.add("-" + source(line));
            }
            List<String> after = after(i, group);
            after.forEach(line -> body.add("+" + line));
            added += after.size() - (last(group - 1) - first(i) + 1);
            next = last(group - 1) + 1;
            i = group;
        }
        context(body, next, end);
        int length = end - start + 1;
        lines.add("@@ -" + start + ',' + length + " +" + (start + shift) + ',' + (length + added) + " @@");
        lines.addAll(body);
        shift += added;
    }

    private void context(List<String> body, int from, int to) {
        for (int line = from; line <= to; line++) {
            body.add(" " + source(line));
        }
    }

    /** What the lines of these edits are afterwards. */
    private List<String> after(int from, int to) {
        int start = file.lineStart(edits.get(from).range().start());
        int end = lineEnd(edits.get(to - 1).range().end());
        StringBuilder text = new StringBuilder();
        int at = start;
        for (Edit edit : edits.subList(from, to)) {
            text.append(file.text(), at, edit.range().start()).append(edit.text());
            at = edit.range().end();
        }
        return text.append(file.text(), at, end).toString().lines().toList();
    }

    private String source(int line) {
        int start = file.start(line);
        int end = lineEnd(start);
        boolean carriageReturn = end > start && file.text().charAt(end - 1) == '\r';
        return file.text().substring(start, carriageReturn ? end - 1 : end);
    }

    private int lineEnd(int offset) {
        int end = file.text().indexOf('\n', offset);
        return end < 0 ? file.text().length() : end;
    }

    private int first(int edit) {
        return file.line(edits.get(edit).range().start());
    }

    private int last(int edit) {
        return file.line(edits.get(edit).range().end());
    }
}
