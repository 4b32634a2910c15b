package io.github.lambdabootstrap.mojo;

import io.github.lambdabootstrap.log.TextMigrateLog;
import io.github.lambdabootstrap.model.LambdaRuntime;
import io.github.lambdabootstrap.model.RuntimeCatalog;
import io.github.lambdabootstrap.mojo.config.TargetConfig;
import io.github.lambdabootstrap.mojo.config.Texts;
import io.github.lambdabootstrap.problem.Problem;
import io.github.lambdabootstrap.problem.ProblemException;
import io.github.lambdabootstrap.problem.Problems;
import io.github.lambdabootstrap.report.MigrateJson;
import io.github.lambdabootstrap.template.Migration;
import io.github.lambdabootstrap.template.MigrationReport;
import io.github.lambdabootstrap.template.MigrationSettings;
import io.github.lambdabootstrap.template.TemplateSelection;
import io.github.lambdabootstrap.template.TemplateStore;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Moves templates off {@code go1.x}, {@code provided} and {@code provided.al2}: changes exactly the values that must
 * change, proves that nothing else does, and says what a person has to decide. Reads AWS SAM, CloudFormation,
 * Serverless Framework and Terraform. Writes nothing unless it is told to, and needs no project.
 *
 * @since 0.1.0
 */
@Mojo(name = "migrate", requiresProject = false, threadSafe = true)
public class MigrateMojo extends AbstractLambdaMojo {

    static final String REPORT = "migrate.json";

    /**
     * The templates: files, folders (what can be a template below them) and patterns such as
     * {@code stacks/**}{@code /*.yaml}, relative to the folder that Maven was started in.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda.templates")
    private List<String> templates;

    /**
     * The runtime that functions move to.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda.runtime", defaultValue = RuntimeCatalog.DEFAULT_ID)
    private String runtime;

    /**
     * Whether to write the templates. Without it they are only told.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda.migrate.write", defaultValue = "false")
    private boolean write;

    /**
     * Whether the build fails while something is left to do, for CI.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda.migrate.check", defaultValue = "false")
    private boolean check;

    /**
     * Whether functions that share an archive move as well, because it will be a multi-binary bundle, which starts what
     * the handler names. Every handler stays.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda.migrate.bundle", defaultValue = "false")
    private boolean bundle;

    /**
     * Whether functions that {@code sam build} compiles get the {@code Metadata: BuildMethod: go1.x} that it needs once
     * their runtime no longer says it.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda.migrate.buildMethod", defaultValue = "false")
    private boolean buildMethod;

    /**
     * Where the report is written: {@code target/lambda} of the module, or {@code lambda-report} without a project.
     * Modules that share a folder outside of them have a folder each below it.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda.reportDirectory")
    private File reportDirectory;

    /**
     * Skips this goal.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda.migrate.skip", defaultValue = "false")
    private boolean skipMigrate;

    @Override
    protected boolean skipGoal() {
        return skipMigrate;
    }

    @Override
    protected void run() throws MojoFailureException {
        MigrationSettings settings = settings();
        TemplateSelection selection = selection();
        MigrationReport report = new Migration(settings).plan(selection);
        TextMigrateLog log =
                new TextMigrateLog(new MavenSink(getLog()), startDirectory(), new Terminal(session).takesColour());
        if (write) {
            TemplateStore.write(report.changed());
        }
        report.tell(log, write);
        if (!write && !report.changed().isEmpty()) {
            log.howToWrite(new CommandLine(session).with("lambda.migrate.write=true"));
        }
        Path json = reportScope().directory(reportDirectory).resolve(REPORT);
        MigrateJson.write(report, write, json);
        if (check && !report.isDone(write)) {
            throw new MojoFailureException(report.summary(write) + "; the report is " + json);
        }
    }

    private MigrationSettings settings() {
        RuntimeCatalog catalog = RuntimeCatalog.builtIn();
        Problems problems = new Problems();
        LambdaRuntime target = new TargetConfig(runtime, "", "the command line")
                .runtime(catalog, problems)
                .orElseThrow(() -> new ProblemException(problems.list()));
        return MigrationSettings.towards(target, catalog).withBundle(bundle).withBuildMethod(buildMethod);
    }

    private TemplateSelection selection() {
        List<String> paths = Texts.trimmed(templates);
        if (paths.isEmpty()) {
            throw ProblemException.of(
                    Problem.input("lambda.templates names nothing", "name templates, folders or patterns")
                            .docs("migrate.md#which-files"));
        }
        TemplateSelection selection = TemplateSelection.of(paths, startDirectory());
        if (!selection.problems().isEmpty()) {
            throw new ProblemException(selection.problems());
        }
        return selection;
    }
}
