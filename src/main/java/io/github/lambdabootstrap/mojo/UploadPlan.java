package io.github.lambdabootstrap.mojo;

import io.github.lambdabootstrap.gate.Verdict;
import io.github.lambdabootstrap.mojo.config.S3Config;
import io.github.lambdabootstrap.problem.Problem;
import io.github.lambdabootstrap.problem.ProblemException;
import io.github.lambdabootstrap.problem.Problems;
import io.github.lambdabootstrap.problem.SafeText;
import io.github.lambdabootstrap.report.Deployment;
import io.github.lambdabootstrap.report.DeploymentFiles;
import io.github.lambdabootstrap.s3.Upload;
import io.github.lambdabootstrap.s3.UploadOutcome.Stored;
import io.github.lambdabootstrap.s3.UploadOutcome.Uploaded;
import io.github.lambdabootstrap.s3.UploadReport;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which proven archive goes where, and what came of it.
 *
 * @param verdicts all of which passed
 * @param spec where they go
 */
record UploadPlan(List<Verdict> verdicts, S3Config.Spec spec) {

    UploadPlan {
        verdicts = List.copyOf(verdicts);
    }

    /**
     * One upload for each archive, in their order.
     *
     * @param files what is going to tell of them
     * @throws ProblemException when an archive has no place, or no name, of its own
     */
    List<Upload> uploads(DeploymentFiles files) {
        Problems problems = new Problems();
        files.check(verdicts, problems);
        List<Upload> uploads = new ArrayList<>();
        for (Verdict verdict : verdicts) {
            String name = verdict.request().name();
            if (verdict.verified().isEmpty()) { // whoever turns archive-readable off cannot upload what is not
                problems.add(Problem.input("the archive cannot be read", "package it again")
                        .at(SafeText.of(verdict.request().path().toString())));
            }
            verdict.verified()
                    .ifPresent(archive -> spec.keys()
                            .keyOf(name, archive.sha256(), problems)
                            .ifPresent(key -> uploads.add(new Upload(name, archive, key))));
        }
        problems.throwIfAny();
        return uploads;
    }

    /** Where each archive is, when all of them are stored. */
    List<Deployment> deployments(UploadReport report) {
        List<Stored> stored = report.stored();
        return IntStream.range(0, verdicts.size())
                .mapToObj(i -> new Deployment(
                        verdicts.get(i),
                        new Deployment.Location(
                                spec.target().bucket(),
                                stored.get(i).upload().key().value(),
                                stored.get(i).versionId(),
                                report.region()),
                        stored.get(i) instanceof Uploaded))
                .toList();
    }
}
