package io.github.lambdabootstrap.mojo;

import io.github.lambdabootstrap.gate.GateReport;
import io.github.lambdabootstrap.report.ConsoleReport;
import io.github.lambdabootstrap.report.VerifyReports;
import java.nio.file.Path;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * The deploy gate: reads the bytes of every archive and fails the build when one of them would not start on Lambda. All
 * findings of all archives are reported together. Works on the archives of the module, on those of all modules when
 * called directly, and on any zip files without a project.
 *
 * @since 0.1.0
 */
@Mojo(name = "verify", defaultPhase = LifecyclePhase.VERIFY, requiresProject = false, threadSafe = true)
public class VerifyMojo extends AbstractGateMojo {

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
        GateReport report = judge();
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
