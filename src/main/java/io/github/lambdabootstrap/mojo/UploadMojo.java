package io.github.lambdabootstrap.mojo;

import io.github.lambdabootstrap.gate.GateReport;
import io.github.lambdabootstrap.gate.Verdict;
import io.github.lambdabootstrap.log.TemplateLog;
import io.github.lambdabootstrap.log.TextTemplateLog;
import io.github.lambdabootstrap.log.TextUploadLog;
import io.github.lambdabootstrap.log.UploadLog;
import io.github.lambdabootstrap.mojo.config.S3Config;
import io.github.lambdabootstrap.mojo.config.Texts;
import io.github.lambdabootstrap.problem.Problem;
import io.github.lambdabootstrap.problem.ProblemException;
import io.github.lambdabootstrap.problem.Problems;
import io.github.lambdabootstrap.problem.SafeText;
import io.github.lambdabootstrap.report.ConsoleReport;
import io.github.lambdabootstrap.report.Deployment;
import io.github.lambdabootstrap.report.DeploymentFiles;
import io.github.lambdabootstrap.report.DeploymentProperties;
import io.github.lambdabootstrap.rules.Severity;
import io.github.lambdabootstrap.s3.S3Uploader;
import io.github.lambdabootstrap.s3.Upload;
import io.github.lambdabootstrap.s3.UploadReport;
import io.github.lambdabootstrap.s3.UploadSession;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Sends each archive that passes the gate to S3, once, and writes down where it is. Works on the archives of the module,
 * on those of all modules when called directly, and on any zip files without a project.
 *
 * @since 0.1.0
 */
@Mojo(name = "upload", defaultPhase = LifecyclePhase.DEPLOY, requiresProject = false, threadSafe = true)
public class UploadMojo extends AbstractGateMojo {

    private static final String TEMPLATES = "lambda.templates";
    private static final String DRY_RUN = "lambda.upload.dryRun";

    /**
     * Where the archives go. Each of its elements has a property of its own, so that a pom does not have to name a
     * bucket.
     *
     * @since 0.1.0
     */
    @Parameter
    private S3Config s3;

    /**
     * Judges the archives and tells what would be sent, and asks nothing of S3.
     *
     * @since 0.1.0
     */
    @Parameter(property = DRY_RUN, defaultValue = "false")
    private boolean uploadDryRun;

    /**
     * Templates of AWS SAM or CloudFormation to copy to where the manifest is, with the place of each archive in
     * {@code CodeUri} or {@code Code}: files, folders and patterns, relative to the module's folder; on the command line,
     * to the folder that Maven was started in. See {@code docs/templates.md#copies}.
     *
     * @since 0.1.0
     */
    @Parameter(property = TEMPLATES)
    private List<String> templates;

    /**
     * The archive of a function, by the function's logical id, where name or path do not tell:
     * {@code <Import>orders</Import>}.
     *
     * @since 0.1.0
     */
    @Parameter
    private Map<String, String> templateFunctions;

    /**
     * Skips this goal.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda.upload.skip", defaultValue = "false")
    private boolean skipUpload;

    @Inject
    public UploadMojo(BuildSession shared) {
        super(shared);
    }

    @Override
    protected boolean skipGoal() {
        return skipUpload;
    }

    @Override
    protected void run() throws MojoFailureException {
        if (nothingBuilt()) {
            return;
        }
        DeploymentFiles files = files();
        if (!uploadDryRun) {
            files.delete();
        }
        S3Config.Spec spec = spec();
        UploadSession prepared = prepared(spec);
        UploadPlan plan = new UploadPlan(proven(), spec);
        TemplateLog templateLog = new TextTemplateLog(new MavenSink(getLog()), startDirectory());
        // what is wrong with a template is told before anything is sent
        copies().plan(TemplateCopies.unsent(plan.verdicts()), templateLog);
        List<Upload> uploads = plan.uploads(files);
        UploadLog log = new TextUploadLog(new Terminal(session).sink(getLog()));
        S3Uploader uploader = new S3Uploader(prepared, shared.transfers(), log, Clock.systemUTC());
        if (uploadDryRun) {
            uploader.tell(spec.target(), uploads, DRY_RUN);
        } else if (!uploads.isEmpty()) {
            UploadReport report = uploader.upload(spec.target(), uploads);
            requireStored(report);
            List<Deployment> deployments = plan.deployments(report);
            publish(deployments, files);
            copies().write(TemplateCopies.stored(deployments), templateLog);
        }
    }

    /** What the uploads of this build share; the client is being made while the gate judges. */
    private UploadSession prepared(S3Config.Spec spec) {
        UploadSession uploads = shared.uploads(session);
        if (!uploadDryRun) {
            uploads.prepare(spec.target().connection());
        }
        return uploads;
    }

    private TemplateCopies copies() {
        return new TemplateCopies(Texts.trimmed(templates), baseOf(TEMPLATES), templateFunctions, reportDirectory());
    }

    /** What this execution writes; not what another one of this build has written. */
    private DeploymentFiles files() {
        Path folder = reportDirectory();
        String me = execution.getExecutionId();
        String owner = uploadDryRun ? me : shared.owner(session, "deployment:" + folder, me);
        if (!owner.equals(me)) {
            throw ProblemException.of(Problem.input(
                            "execution '" + me + "' would replace what execution '" + owner + "' has written",
                            "give each execution a <reportDirectory> of its own")
                    .at(SafeText.of(folder.toString()))
                    .docs("deploy.md#several-regions"));
        }
        return new DeploymentFiles(
                folder, execution.getMojoDescriptor().getPluginDescriptor().getVersion());
    }

    private void publish(List<Deployment> deployments, DeploymentFiles files) {
        files.write(deployments);
        project.getProperties().putAll(DeploymentProperties.of(deployments));
    }

    private S3Config.Spec spec() {
        Problems problems = new Problems();
        Optional<String> version = Optional.ofNullable(project.getBasedir()).map(folder -> project.getVersion());
        Optional<S3Config.Spec> spec = (s3 == null ? new S3Config() : s3).toSpec(properties(), version, problems);
        problems.throwIfAny();
        return spec.orElseThrow();
    }

    /** All archives; when one of them does not pass, none is sent. */
    private List<Verdict> proven() throws MojoFailureException {
        GateReport report = judge(List.of());
        ConsoleReport console = new ConsoleReport(report, startDirectory());
        console.lines(line -> shared.first(session, line)).stream()
                .filter(line -> line.severity() != Severity.INFO)
                .forEach(this::print);
        if (!report.passed()) {
            throw new MojoFailureException(console.summary() + "; nothing was uploaded");
        }
        return report.verdicts();
    }

    private static void requireStored(UploadReport report) {
        if (!report.problems().isEmpty()) {
            throw new ProblemException(report.problems());
        }
    }
}
