package io.github.lambdabootstrap.mojo;

import io.github.lambdabootstrap.report.ReportSubject;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;

/**
 * What a report of this run is about, and where it goes.
 *
 * @param start the folder that Maven was started in
 */
record ReportScope(MavenSession session, MavenProject project, MojoExecution execution, Path start) {

    /**
     * The folder of the reports. Modules that share the configured one get a folder each below it, named as the module:
     * one report must not replace another's.
     *
     * @param configured may be null
     */
    Path directory(File configured) {
        if (configured == null) {
            return usualDirectory();
        }
        Path directory = start.resolve(configured.toPath()).normalize();
        boolean ofOneModule = isOfAllModules()
                || !hasPom()
                || session.getAllProjects().size() == 1
                || directory.startsWith(project.getBasedir().toPath());
        return ofOneModule ? directory : directory.resolve(project.getArtifactId());
    }

    /** Where reports go when nothing is configured; absolute. */
    Path usualDirectory() {
        return hasPom() ? Path.of(project.getBuild().getDirectory(), "lambda") : start.resolve("lambda-report");
    }

    /** @param named whether the archives were named, so that no pom has to do with them */
    ReportSubject subject(boolean named) {
        Path folder = hasPom() ? project.getBasedir().toPath() : start;
        Path above = hasPom() ? session.getTopLevelProject().getBasedir().toPath() : start;
        List<MavenProject> modules = isOfAllModules() ? session.getProjects() : List.of(project);
        return new ReportSubject(
                hasPom() ? project.getName() : String.valueOf(start.getFileName()),
                execution.getVersion(),
                folder,
                ReportSubject.rootOf(folder, above),
                modules.stream()
                        .filter(module -> !named && module.getBasedir() != null)
                        .map(ReportScope::pom)
                        .toList());
    }

    private boolean isOfAllModules() {
        return execution.getSource() == MojoExecution.Source.CLI;
    }

    // without one, Maven's stand-in has no folder
    private boolean hasPom() {
        return project.getBasedir() != null;
    }

    /** The pom that the user wrote: other plugins put their own in its place, as those that flatten it. */
    private static Path pom(MavenProject module) {
        return Optional.ofNullable(module.getOriginalModel().getPomFile())
                .orElseGet(module::getFile)
                .toPath();
    }
}
