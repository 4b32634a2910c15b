package io.github.lambdabootstrap.mojo;

import io.github.lambdabootstrap.archive.ArchivePlan;
import io.github.lambdabootstrap.problem.Problem;
import io.github.lambdabootstrap.problem.Problems;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.MavenProjectHelper;

/**
 * Makes archives artifacts of their Maven module, and sees that no two of a build are one.
 *
 * @param project the module
 * @param helper Maven's way to attach
 * @param execution the id of the execution that packages
 */
record AttachedArchives(MavenProject project, MavenProjectHelper helper, String execution) {

    private static final String TYPE = "zip";

    // Maven keeps such values for one build: the only place where executions of a module can meet
    private static final String CONTEXT_KEY = "lambda-bootstrap.package.files";

    /** Adds a problem for each archive that another execution of this build makes as well. */
    void reportFilesOfOthers(List<ArchivePlan> plans, Problems problems) {
        for (ArchivePlan plan : plans) {
            String owner = owners().getOrDefault(key(plan.file()), execution);
            if (!owner.equals(execution)) {
                problems.add(Problem.input(
                                "two executions make the archive '" + plan.name() + "': '" + owner + "' and '"
                                        + execution + "'",
                                "give one of them other functions, another <archiveName>, or another"
                                        + " <outputDirectory>")
                        .at("pom.xml <execution>" + execution));
            }
        }
    }

    /** Adds a problem for each archive whose classifier another artifact has. */
    void reportTakenClassifiers(List<ArchivePlan> plans, Problems problems) {
        for (ArchivePlan plan : plans) {
            attached(plan)
                    .filter(artifact -> !isFile(artifact, plan.file()))
                    .ifPresent(artifact -> problems.add(Problem.input(
                                    "two attached artifacts have the type zip and the classifier '"
                                            + artifact.getClassifier() + "'",
                                    "change <archiveName>, or set lambda.attach=false")
                            .at("pom.xml <execution>" + execution)
                            .because("Maven would install and deploy only one of them")));
        }
    }

    /** Remembers which files are this execution's, for those that follow in this build. */
    void claim(List<ArchivePlan> plans) {
        Map<String, String> owners = new HashMap<>(owners());
        plans.forEach(plan -> owners.put(key(plan.file()), execution));
        project.setContextValue(CONTEXT_KEY, owners);
    }

    /** Attaches each archive once, also when one command runs the package phase twice. */
    void attach(List<ArchivePlan> plans) {
        for (ArchivePlan plan : plans) {
            if (attached(plan).isEmpty()) {
                helper.attachArtifact(project, TYPE, plan.name(), plan.file().toFile());
            }
        }
    }

    private Optional<Artifact> attached(ArchivePlan plan) {
        return project.getAttachedArtifacts().stream()
                .filter(artifact -> TYPE.equals(artifact.getType()))
                .filter(artifact -> plan.name().equalsIgnoreCase(artifact.getClassifier()))
                .findFirst();
    }

    private static boolean isFile(Artifact artifact, Path file) {
        return artifact.getFile() != null
                && artifact.getFile().toPath().toAbsolutePath().normalize().equals(file);
    }

    @SuppressWarnings("unchecked") // the value is ours: see claim
    private Map<String, String> owners() {
        Object owners = project.getContextValue(CONTEXT_KEY);
        return owners == null ? Map.of() : (Map<String, String>) owners;
    }

    private static String key(Path file) {
        return file.toString().toLowerCase(Locale.ROOT);
    }
}
