package io.github.lambdabootstrap.template;

import java.nio.file.Path;
import java.util.List;

/**
 * What a migration makes of one file.
 *
 * @param path absolute
 * @param format what it is
 * @param before its text
 * @param after its text with the proven edits; the same as before where there are none
 * @param diff the edits to read, as unified hunks
 * @param functions how many functions are on the way, or there
 * @param remarks by line
 */
public record FileOutcome(
        Path path,
        TemplateFormat format,
        String before,
        String after,
        List<String> diff,
        int functions,
        List<Remark> remarks) {

    public FileOutcome {
        diff = List.copyOf(diff);
        remarks = remarks.stream()
                .sorted(java.util.Comparator.comparing(Remark::kind).thenComparing(Remark::line))
                .toList();
    }

    /** Whether anything changes. */
    public boolean changes() {
        return !after.equals(before);
    }

    /** Whether something is left that a person has to decide. */
    public boolean needsYou() {
        return remarks.stream().anyMatch(remark -> remark.kind() == Remark.Kind.DECLINED);
    }

    /** Whether it has functions, all of which are where they should be. */
    public boolean isThere() {
        return functions > 0 && !changes() && !needsYou();
    }

    /** Whether there is anything to say of it. */
    public boolean counts() {
        return changes() || needsYou() || isThere() || !remarks.isEmpty();
    }
}
