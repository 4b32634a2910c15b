package io.github.lambdabootstrap.mojo;

import io.github.lambdabootstrap.build.GoCommands;
import io.github.lambdabootstrap.build.GoModules;
import io.github.lambdabootstrap.build.GoSettings;
import io.github.lambdabootstrap.build.GoToolFinder;
import io.github.lambdabootstrap.log.BuildLog;
import io.github.lambdabootstrap.log.TextBuildLog;
import java.nio.file.Path;
import java.util.Set;
import org.apache.maven.plugins.annotations.Parameter;

/** The goals that call Go. */
abstract class AbstractGoMojo extends AbstractFunctionsMojo {

    /**
     * Compiles and tests nothing; shows the functions, the programs that are none and why, and the commands that
     * {@code build} would run. The goals after it then have nothing to do.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda.build.dryRun", defaultValue = "false")
    private boolean dryRun;

    private final BuildSession build;

    AbstractGoMojo(BuildSession build) {
        this.build = build;
    }

    protected BuildSession shared() {
        return build;
    }

    protected boolean isDryRun() {
        return dryRun;
    }

    /** The Go of this build; it is looked for when a command is wanted. */
    protected GoCommands commands(GoSettings settings, BuildLog log) {
        return new GoCommands(goTool(settings)::find, settings.flags(), session.isOffline(), log);
    }

    /** Where Go is looked for. */
    protected GoToolFinder goTool(GoSettings settings) {
        return new GoToolFinder(settings.executable(), GoToolchain.home(session.getRequest()), System.getenv());
    }

    /** The folders in which Go modules count. */
    protected GoModules goModules(GoSettings settings) {
        Path buildDirectory =
                Path.of(project.getBuild().getDirectory()).toAbsolutePath().normalize();
        return new GoModules(settings.directory(), Set.of(buildDirectory, outputDirectory()));
    }

    /** Where calling Go tells what it does. */
    protected BuildLog goEvents() {
        return new TextBuildLog(new MavenSink(getLog()), baseDirectory()) {
            @Override
            public void toolFound(String version, Path executable, String foundIn) {
                if (build.first(session, "go:" + executable)) {
                    super.toolFound(version, executable, foundIn);
                }
            }
        };
    }
}
