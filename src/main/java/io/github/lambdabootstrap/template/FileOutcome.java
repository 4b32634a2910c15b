package io.github.lambdabootstrap.template;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/**
 * What a migration makes of one file.
 *
 * @param path absolute
 * @param format what it is
 * @param content before and after
 * @param functions how many functions with an executable's runtime it has
 * @param moving how many of those have an old one
 * @param remarks what is declined first, each kind by line
 */
public record FileOutcome(
        Path path, TemplateFormat format, Content content, int functions, int moving, List<Remark> remarks) {

    /**
     * The text of a file, before and after.
     *
     * @param before its text
     * @param after its text with the proven edits
     * @param changes what the edits are
     * @param diff the edits to read, as unified hunks
     */
    public record Content(String before, String after, List<Change> changes, List<String> diff) {
        public Content {
            changes = List.copyOf(changes);
            diff = List.copyOf(diff);
        }

        static Content unchanged(String text) {
            return new Content(text, text, List.of(), List.of());
        }

        static Content of(TemplateFile before, TemplateFile after, List<Edit> edits) {
            return new Content(
                    before.text(),
                    after.text(),
                    edits.stream().map(Change::of).toList(),
                    UnifiedDiff.of(before, edits));
        }
    }

    public FileOutcome {
        remarks = remarks.stream()
                .sorted(Comparator.comparing(Remark::kind).thenComparing(Remark::line))
                .toList();
    }

    /** Whether anything changes. */
    public boolean isChanged() {
        return !content.changes().isEmpty();
    }

    /** Whether something is left that a person has to decide. */
    public boolean needsYou() {
        return remarks.stream().anyMatch(remark -> remark.kind() == Remark.Kind.DECLINED);
    }

    /** Whether it has functions, all of which are where they should be. */
    public boolean isThere() {
        return functions > 0 && moving == 0 && !isChanged() && !needsYou();
    }

    /** Whether it is only spoken of: nothing changes, and nothing has to. */
    public boolean isTold() {
        return !isChanged() && !needsYou() && !isThere();
    }

    /** Whether there is anything to say of it. */
    public boolean counts() {
        return isChanged() || isThere() || !remarks.isEmpty();
    }
}
