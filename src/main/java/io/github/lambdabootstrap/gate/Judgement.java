package io.github.lambdabootstrap.gate;

import io.github.lambdabootstrap.model.Glob;
import io.github.lambdabootstrap.rules.Finding;
import io.github.lambdabootstrap.rules.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What the policy makes of the findings of one archive or template, one after the other. An archive can have as many faults as
 * entries; of each rule and weight the first are kept, and one finding says how many more there are.
 */
final class Judgement {

    /** More of one kind tell a reader nothing new. */
    private static final int MOST = 20;

    private final Policy policy;
    private final Predicate<Glob> called;
    private final Map<Kind, Group> counting = new LinkedHashMap<>();
    private final Map<Suppression, Group> suppressed = new LinkedHashMap<>();

    /** @param called whether a pattern means the archive or template */
    Judgement(Policy policy, Predicate<Glob> called) {
        this.policy = policy;
        this.called = called;
    }

    void add(Finding finding) {
        Optional<Suppression> by = policy.suppression(called, finding);
        if (by.isPresent()) {
            suppressed.computeIfAbsent(by.get(), s -> new Group()).add(finding);
            return;
        }
        policy.weighed(finding)
                .ifPresent(weighed -> counting.computeIfAbsent(
                                new Kind(weighed.rule(), weighed.severity()), k -> new Group())
                        .add(weighed));
    }

    /** The heaviest first, within a weight in the order of the rules. */
    List<Finding> findings() {
        return counting.values().stream()
                .flatMap(Group::findings)
                .sorted(Comparator.comparing(Finding::severity))
                .toList();
    }

    List<SuppressedFinding> suppressed() {
        List<SuppressedFinding> all = new ArrayList<>();
        suppressed.forEach((by, group) -> all.addAll(group.suppressed(by)));
        return List.copyOf(all);
    }

    boolean passed() {
        return findings().stream().noneMatch(policy::stops);
    }

    private record Kind(String rule, Severity severity) {}

    private static final class Group {

        private final List<Finding> first = new ArrayList<>();
        private int more;

        void add(Finding finding) {
            if (first.size() < MOST) {
                first.add(finding);
            } else {
                more++;
            }
        }

        Stream<Finding> findings() {
            return Stream.concat(first.stream(), more == 0 ? Stream.empty() : Stream.of(rest(first.get(0))));
        }

        private Finding rest(Finding like) {
            String what = more == 1 ? "1 more finding of this rule is" : more + " more findings of this rule are";
            return new Finding(
                    like.rule(),
                    like.severity(),
                    "",
                    like.line(),
                    what + " not listed",
                    "correct what all of them have in common"
                            + (like.line() == 0 ? ", most often the tool that wrote the zip" : ""));
        }

        List<SuppressedFinding> suppressed(Suppression by) {
            List<SuppressedFinding> all = new ArrayList<>();
            for (Finding finding : first) {
                boolean last = all.size() == first.size() - 1;
                all.add(new SuppressedFinding(finding, by, last ? 1 + more : 1));
            }
            return all;
        }
    }
}
