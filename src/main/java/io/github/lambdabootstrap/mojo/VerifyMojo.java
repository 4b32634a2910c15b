package io.github.lambdabootstrap.mojo;

import io.github.lambdabootstrap.gate.GateReport;
import io.github.lambdabootstrap.mojo.config.Texts;
import io.github.lambdabootstrap.report.ConsoleReport;
import io.github.lambdabootstrap.report.VerifyReports;
import io.github.lambdabootstrap.template.DeployedTemplates;
import java.nio.file.Path;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * The deploy gate: reads the bytes of every archive and fails the build when one of them would not start on Lambda. All
 * findings of all archives are reported together. Works on the archives of the module, on those of all modules when
 * called directly, and on any zip files without a project. Templates that are named are held against them.
 *
 * @since 0.1.0
 */
@Mojo(name = "verify", defaultPhase = LifecyclePhase.VERIFY, requiresProject = false, threadSafe = true)
public class VerifyMojo extends AbstractGateMojo {

    private static final String TEMPLATES = "lambda.templates";

    /**
     * The templates whose functions run the archives: files, folders (what is a template below them) and patterns such
     * as {@code stacks/**}{@code /*.yaml}, relative to the module's folder; on the command line, to the folder that
     * Maven was started in. What they say of the archives is judged as well.
     *
     * @since 0.1.0
     */
    @Parameter(property = TEMPLATES)
    private List<String> templates;

    /**
     * Skips this goal.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda.verify.skip", defaultValue = "false")
    private boolean skipVerify;

    @Inject
    public VerifyMojo(BuildSession shared) {
        super(shared);
    }

    @Override
    protected boolean skipGoal() {
        return skipVerify;
    }

    @Override
    protected void run() throws MojoFailureException {
        if (nothingBuilt()) {
            return;
        }
        List<String> paths = Texts.trimmed(templates);
        GateReport report = judge(paths.isEmpty() ? List.of() : DeployedTemplates.read(paths, baseOf(TEMPLATES)));
        Path directory = reportDirectory();
        new VerifyReports(directory).write(report, reportScope().subject(namesArchives()));
        tell(report, directory);
    }

    private void tell(GateReport report, Path directory) throws MojoFailureException {
        ConsoleReport console = new ConsoleReport(report, startDirectory());
        console.lines(line -> shared.first(session, line)).forEach(this::print);
        if (!report.passed()) {
            throw new MojoFailureException(
                    console.summary() + "; the report is " + directory.resolve(VerifyReports.HTML));
        }
    }
}
