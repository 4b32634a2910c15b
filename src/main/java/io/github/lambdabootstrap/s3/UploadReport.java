package io.github.lambdabootstrap.s3;

import io.github.lambdabootstrap.problem.Problem;
import io.github.lambdabootstrap.problem.SafeText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What became of all uploads of a run.
 *
 * @param outcomes in the order of the uploads
 * @param region in which the bucket is; empty text when no service was reached
 */
public record UploadReport(List<UploadOutcome> outcomes, String region) {

    public UploadReport {
        outcomes = List.copyOf(outcomes);
    }

    /** The objects that are there, in the order of the uploads. */
    public List<UploadOutcome.Stored> stored() {
        return outcomes.stream()
                .filter(UploadOutcome.Stored.class::isInstance)
                .map(UploadOutcome.Stored.class::cast)
                .toList();
    }

    /** Every failure, one problem for all archives that it kept from being stored. */
    public List<Problem> problems() {
        Map<Problem, List<UploadOutcome.Failed>> byProblem = new LinkedHashMap<>();
        for (UploadOutcome outcome : outcomes) {
            if (outcome instanceof UploadOutcome.Failed failed) {
                byProblem
                        .computeIfAbsent(failed.failure().problem(), problem -> new ArrayList<>())
                        .add(failed);
            }
        }
        return byProblem.entrySet().stream()
                .map(entry -> entry.getKey().at(where(entry.getKey(), entry.getValue())))
                .toList();
    }

    private static String where(Problem problem, List<UploadOutcome.Failed> failed) {
        List<String> parts = new ArrayList<>();
        parts.add(failed.stream()
                .map(one -> SafeText.of(one.upload().name()))
                .distinct()
                .collect(Collectors.joining(", ")));
        if (!problem.where().isEmpty()) {
            parts.add(problem.where());
        }
        failed.stream()
                .flatMap(one -> one.failure().requestId().stream())
                .findFirst()
                .ifPresent(id -> parts.add("request id " + SafeText.of(id)));
        return String.join("; ", parts);
    }
}
