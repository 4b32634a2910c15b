package io.github.lambdabootstrap.template;

import java.util.Comparator;
import java.util.List;

/**
 * What a migration does to the templates that belong together.
 *
 * @param edits disjoint, in the order of the source
 * @param remarks what was left, and what to know
 * @param moving how many functions get a new runtime
 */
record Plan(List<Edit> edits, List<Remark> remarks, int moving) {

    Plan {
        edits = edits.stream()
                .sorted(Comparator.comparingInt(edit -> edit.range().start()))
                .toList();
        remarks = remarks.stream().distinct().toList();
    }
}
