package io.github.lambdabootstrap.mojo;

import io.github.lambdabootstrap.log.PackagingLog;
import io.github.lambdabootstrap.log.TextPackagingLog;
import io.github.lambdabootstrap.mojo.config.PropertySource;
import io.github.lambdabootstrap.problem.ProblemException;
import io.github.lambdabootstrap.problem.ProblemText;
import java.nio.file.Path;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/** What every goal does around its work: skip with a reason, show all problems, fail in Maven's terms. */
abstract class AbstractLambdaMojo extends AbstractMojo {

    /** The module, or Maven's stand-in when there is no pom. */
    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    protected MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    protected MavenSession session;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    protected MojoExecution execution;

    /**
     * Skips every goal of this plugin.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda.skip", defaultValue = "false")
    private boolean skip;

    /** The goal's own skip parameter. */
    protected abstract boolean skipGoal();

    /** The goal's work; wrong input and broken surroundings end in a {@link ProblemException}. */
    protected abstract void run() throws MojoFailureException;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip || skipGoal()) {
            events().skipped(execution.getGoal(), skip ? "lambda.skip" : "lambda." + execution.getGoal() + ".skip");
            return;
        }
        try {
            run();
        } catch (ProblemException e) {
            throw failure(e);
        }
    }

    /** Where this goal tells what it does. */
    protected PackagingLog events() {
        return new TextPackagingLog(new MavenSink(getLog()), baseDirectory());
    }

    /** The module's folder; without a project, the folder that Maven was started in. */
    protected Path baseDirectory() {
        return project.getBasedir() != null
                ? project.getBasedir().toPath()
                : Path.of(session.getExecutionRootDirectory());
    }

    /** The folder that Maven was started in. A daemon's own folder is not the user's, so Maven is asked first. */
    protected Path startDirectory() {
        String folder = session.getSystemProperties().getProperty("user.dir", session.getExecutionRootDirectory());
        return Path.of(folder).toAbsolutePath().normalize();
    }

    /** What relative paths of a parameter start from: the folder of whoever wrote them. */
    protected Path baseOf(String property) {
        return session.getUserProperties().containsKey(property) ? startDirectory() : baseDirectory();
    }

    /** What the reports of this run are about. */
    protected ReportScope reportScope() {
        return new ReportScope(session, project, execution, startDirectory());
    }

    /** The properties of the build: nested beans have none of their own in Maven. The order is that of its parameters. */
    protected PropertySource properties() {
        return new PropertySource(
                session.getUserProperties()::getProperty,
                name -> session.getSystemProperties()
                        .getProperty(name, project.getProperties().getProperty(name)));
    }

    private MojoFailureException failure(ProblemException e) throws MojoExecutionException {
        ProblemText.lines("'" + project.getArtifactId() + "'", e.problems()).forEach(getLog()::error);
        String summary = ProblemText.count(e.problems().size()) + ": " + e.getMessage();
        if (!e.isInput()) {
            throw new MojoExecutionException(summary, e);
        }
        return new MojoFailureException(summary, e);
    }
}
