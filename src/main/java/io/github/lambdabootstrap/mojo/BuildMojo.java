package io.github.lambdabootstrap.mojo;

import io.github.lambdabootstrap.build.BuildDecisions;
import io.github.lambdabootstrap.build.FunctionDiscovery;
import io.github.lambdabootstrap.build.FunctionFinder;
import io.github.lambdabootstrap.build.FunctionNaming;
import io.github.lambdabootstrap.build.FunctionPlan;
import io.github.lambdabootstrap.build.FunctionsJson;
import io.github.lambdabootstrap.build.GoBuild;
import io.github.lambdabootstrap.build.GoCommands;
import io.github.lambdabootstrap.build.GoList;
import io.github.lambdabootstrap.build.GoModules;
import io.github.lambdabootstrap.build.GoSettings;
import io.github.lambdabootstrap.build.Target;
import io.github.lambdabootstrap.build.UnchangedBuild;
import io.github.lambdabootstrap.log.BuildLog;
import io.github.lambdabootstrap.model.Architecture;
import io.github.lambdabootstrap.model.BuiltExecutable;
import io.github.lambdabootstrap.model.FunctionSpec;
import io.github.lambdabootstrap.model.LambdaRuntime;
import io.github.lambdabootstrap.model.RuntimeCatalog;
import io.github.lambdabootstrap.problem.Problem;
import io.github.lambdabootstrap.problem.ProblemException;
import io.github.lambdabootstrap.problem.Problems;
import io.github.lambdabootstrap.report.ExecutablesInventory;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Finds the Lambda functions of the module's Go modules and compiles them, with as few calls of {@code go build} as
 * their names allow. What it made is listed in {@code executables.json} in the output directory.
 *
 * @since 0.1.0
 */
@Mojo(name = "build", defaultPhase = LifecyclePhase.COMPILE, threadSafe = true)
public class BuildMojo extends AbstractGoMojo {

    /**
     * Whether a module without functions is an error.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda.failIfNoFunctions", defaultValue = "true")
    private boolean failIfNoFunctions;

    /**
     * Where a dry run writes {@code functions.json}; the output directory by default.
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
    @Parameter(property = "lambda.build.skip", defaultValue = "false")
    private boolean skipBuild;

    @Inject
    BuildMojo(BuildSession build) {
        super(build);
    }

    @Override
    protected boolean skipGoal() {
        return skipBuild;
    }

    // a build that fails has made nothing: what an earlier one made must not pass for its work
    @Override
    protected void run() {
        try {
            build();
        } catch (ProblemException e) {
            if (!isDryRun()) {
                inventory().discard();
            }
            throw e;
        }
    }

    private void build() {
        Problems problems = new Problems();
        BuildLog log = goEvents();
        GoSettings settings = go(problems);
        FunctionFinder.Request request = request(settings, problems);
        problems.throwIfAny();
        if (!request.wantsGo()) {
            log.nothingToDo("compile", "every function has an <executable>");
            write(List.of());
            return;
        }
        GoCommands go = commands(settings, log);
        GoBuild build = new GoBuild(go, new GoBuild.Place(baseDirectory(), outputDirectory()), shared().workers(), log);
        if (isDryRun()) {
            plan(request, go, found -> show(found, build, log));
            return;
        }
        UnchangedBuild unchanged = unchanged(request);
        if (unchanged.recall(goTool(settings).find(), log)) {
            return;
        }
        FunctionPlan plan = plan(request, go, found -> {});
        write(plan.functions().isEmpty() ? List.of() : build.build(plan.functions()));
        unchanged.remember(plan, go, build);
    }

    private UnchangedBuild unchanged(FunctionFinder.Request request) {
        List<String> surroundings = List.of(
                execution.getPlugin().getVersion(),
                execution.getExecutionId(),
                new TreeSet<>(otherExecutions()).toString(),
                outputDirectory().toString(),
                Boolean.toString(session.isOffline()));
        return new UnchangedBuild(
                new UnchangedBuild.Place(outputDirectory(), ExecutablesInventory.FILE_NAME, execution.getExecutionId()),
                BuildDecisions.of(request, surroundings, System.getenv()),
                request.area());
    }

    private FunctionPlan plan(FunctionFinder.Request request, GoCommands go, Consumer<FunctionPlan> beforeJudging) {
        Problems problems = new Problems();
        BuildLog log = goEvents();
        GoList list = new GoList(go, request.discovery().settings().clients(), log);
        FunctionPlan plan = new FunctionFinder(list, shared().workers()).find(request, problems);
        plan.tell(log);
        beforeJudging.accept(plan);
        requireFunctions(plan, request, log, problems);
        problems.throwIfAny();
        return plan;
    }

    private FunctionFinder.Request request(GoSettings settings, Problems problems) {
        RuntimeCatalog catalog = RuntimeCatalog.builtIn();
        List<FunctionSpec> specs = functions(catalog, problems);
        Optional<LambdaRuntime> runtime = defaultTarget().runtime(catalog, problems);
        List<Architecture> architectures = defaultTarget().architectures(problems);
        problems.throwIfAny();
        GoModules area = goModules(settings);
        Path base = settings.directory().startsWith(baseDirectory()) ? baseDirectory() : settings.directory();
        return new FunctionFinder.Request(
                area.find(),
                area,
                new FunctionDiscovery(settings, base, new FunctionNaming(project.getArtifactId())),
                specs,
                discovers(),
                new Target(runtime.orElseThrow(), architectures));
    }

    private void show(FunctionPlan plan, GoBuild build, BuildLog log) {
        build.commands(plan.functions()).forEach(log::wouldRun);
        Path folder = reportDirectory == null
                ? outputDirectory()
                : reportDirectory.toPath().toAbsolutePath().normalize();
        FunctionsJson.write(plan, folder);
    }

    private void requireFunctions(FunctionPlan plan, FunctionFinder.Request request, BuildLog log, Problems problems) {
        if (!plan.functions().isEmpty() || !request.specs().isEmpty() || !problems.isEmpty()) {
            return;
        }
        Problem nothing = plan.nothingFound(request.discovery().settings().directory());
        if (failIfNoFunctions) {
            problems.add(nothing);
        } else {
            log.nothingToDo("compile", nothing.what());
        }
    }

    private void write(List<BuiltExecutable> executables) {
        inventory().write(execution.getExecutionId(), otherExecutions(), executables);
    }

    private ExecutablesInventory inventory() {
        return new ExecutablesInventory(outputDirectory(), RuntimeCatalog.builtIn());
    }
}
