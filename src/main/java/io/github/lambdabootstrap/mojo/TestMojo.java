package io.github.lambdabootstrap.mojo;

import io.github.lambdabootstrap.build.GoModules;
import io.github.lambdabootstrap.build.GoSettings;
import io.github.lambdabootstrap.build.GoTests;
import io.github.lambdabootstrap.log.BuildLog;
import io.github.lambdabootstrap.mojo.config.Texts;
import io.github.lambdabootstrap.problem.Problems;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Runs the Go tests of the modules that {@code build} looks at, on the machine of the build, with the same tags.
 *
 * @since 0.1.0
 */
@Mojo(name = "test", defaultPhase = LifecyclePhase.TEST, threadSafe = true)
public class TestMojo extends AbstractGoMojo {

    /**
     * Further arguments of {@code go test}, for example {@code -race}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda.test.arguments")
    private List<String> testArguments;

    /**
     * Skips the tests of this module, Go's too.
     *
     * @since 0.1.0
     */
    @Parameter(property = "skipTests", defaultValue = "false")
    private boolean skipTests;

    /**
     * Skips the tests of this module, Go's too.
     *
     * @since 0.1.0
     */
    @Parameter(property = "maven.test.skip", defaultValue = "false")
    private boolean mavenTestSkip;

    /**
     * Skips this goal.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda.test.skip", defaultValue = "false")
    private boolean skipGoTests;

    @Inject
    TestMojo(BuildSession build) {
        super(build);
    }

    @Override
    protected boolean skipGoal() {
        return skipGoTests;
    }

    @Override
    protected void run() {
        Optional<String> skipper = skipper();
        if (skipper.isPresent()) {
            events().skipped(execution.getGoal(), skipper.get());
            return;
        }
        BuildLog log = goEvents();
        Problems problems = new Problems();
        GoSettings settings = go(problems);
        problems.throwIfAny();
        GoModules area = goModules(settings);
        int tested = new GoTests(commands(settings, log), Texts.trimmed(testArguments), log)
                .run(area.find(), area, problems);
        if (tested == 0 && problems.isEmpty()) {
            log.nothingToDo("test", "there are no Go tests");
        }
        problems.throwIfAny();
    }

    private Optional<String> skipper() {
        if (isDryRun()) {
            return Optional.of("lambda.build.dryRun");
        }
        if (mavenTestSkip) {
            return Optional.of("maven.test.skip");
        }
        return skipTests ? Optional.of("skipTests") : Optional.empty();
    }
}
