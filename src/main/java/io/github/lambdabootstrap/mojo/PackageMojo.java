package io.github.lambdabootstrap.mojo;

import io.github.lambdabootstrap.archive.ArchiveNames;
import io.github.lambdabootstrap.archive.ArchivePlan;
import io.github.lambdabootstrap.archive.ArchivePlanner;
import io.github.lambdabootstrap.archive.ArchiveUpdate;
import io.github.lambdabootstrap.archive.FunctionTarget;
import io.github.lambdabootstrap.archive.FunctionTargets;
import io.github.lambdabootstrap.archive.IncludeReader;
import io.github.lambdabootstrap.archive.StaleArchives;
import io.github.lambdabootstrap.bundle.BundleSpec;
import io.github.lambdabootstrap.bundle.ModulePlanner;
import io.github.lambdabootstrap.log.TextTemplateLog;
import io.github.lambdabootstrap.model.BuiltExecutable;
import io.github.lambdabootstrap.model.DeployedCode;
import io.github.lambdabootstrap.model.FunctionName;
import io.github.lambdabootstrap.model.FunctionSource;
import io.github.lambdabootstrap.model.FunctionSpec;
import io.github.lambdabootstrap.model.RuntimeCatalog;
import io.github.lambdabootstrap.mojo.config.BundleConfig;
import io.github.lambdabootstrap.mojo.config.Texts;
import io.github.lambdabootstrap.problem.Problem;
import io.github.lambdabootstrap.problem.ProblemException;
import io.github.lambdabootstrap.problem.Problems;
import io.github.lambdabootstrap.report.ArchivesInventory;
import io.github.lambdabootstrap.report.ExecutablesInventory;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProjectHelper;

/**
 * Writes one reproducible zip per function, with its executable as {@code bootstrap} at the root, or one for many
 * functions behind a shim, and attaches it.
 *
 * @since 0.1.0
 */
@Mojo(name = "package", defaultPhase = LifecyclePhase.PACKAGE, threadSafe = true)
public class PackageMojo extends AbstractFunctionsMojo {

    private static final String TEMPLATES = "lambda.templates";

    /**
     * The name of each archive without {@code .zip}; also its classifier. Placeholders: <code>{name}</code>,
     * <code>{os}</code> (linux), <code>{architecture}</code> (x86_64, arm64), <code>{goarch}</code> (amd64, arm64),
     * <code>{runtime}</code>, <code>{version}</code>. Where a function has several architectures and the name does not
     * tell them apart, <code>-{architecture}</code> is added.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda.archiveName", defaultValue = "{name}")
    private String archiveName;

    /**
     * Archives that hold many functions each, behind a {@code bootstrap} that starts the one whose place the function's
     * Handler names. These functions get no archives of their own, unless the bundle is {@code standalone}.
     *
     * @since 0.1.0
     */
    @Parameter
    private List<BundleConfig> bundles;

    /**
     * Whether the archives become artifacts of the module, which {@code install} and {@code deploy} take along.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda.attach", defaultValue = "true")
    private boolean attach;

    /**
     * Whether a symbolic link among the included files may end outside of the project: outside of the module and of the
     * folder that holds the whole multi-module build.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda.linksMayLeaveProject", defaultValue = "false")
    private boolean linksMayLeaveProject;

    /**
     * Whether a module without functions is an error.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda.failIfNoFunctions", defaultValue = "true")
    private boolean failIfNoFunctions;

    /**
     * Whether the {@code build} goal compiles nothing and only shows what it would do; then there is nothing to package.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda.build.dryRun", defaultValue = "false")
    private boolean dryRun;

    /**
     * Templates of AWS SAM or CloudFormation to copy to the output folder, with the place of each archive in
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
    @Parameter(property = "lambda.package.skip", defaultValue = "false")
    private boolean skipPackage;

    private final BuildSession build;
    private final MavenProjectHelper helper;

    @Inject
    PackageMojo(BuildSession build, MavenProjectHelper helper) {
        this.build = build;
        this.helper = helper;
    }

    @Override
    protected boolean skipGoal() {
        return skipPackage;
    }

    @Override
    protected void run() {
        if (dryRun) {
            events().skipped(execution.getGoal(), "lambda.build.dryRun");
            return;
        }
        Problems problems = new Problems();
        RuntimeCatalog catalog = RuntimeCatalog.builtIn();
        String version = execution.getMojoDescriptor().getPluginDescriptor().getVersion();
        ArchiveUpdate update = new ArchiveUpdate(version, build.workers(), events());
        AttachedArchives artifacts = new AttachedArchives(project, helper, execution.getExecutionId());

        List<FunctionSpec> specs = functions(catalog, problems);
        List<FunctionTarget> targets = targets(specs, catalog, problems);
        List<BundleSpec> bundled = BundleConfig.toSpecs(bundles, baseDirectory(), problems);
        List<ArchivePlan> plans = planner().plan(targets, bundled, includes(problems), problems);
        update.requireFresh(targets, problems);
        artifacts.reportFilesOfOthers(plans, problems);
        if (attach) {
            artifacts.reportTakenClassifiers(plans, problems);
        }
        problems.throwIfAny();

        artifacts.claim(plans);
        bringUpToDate(plans, update, catalog, placeholders(specs));
        if (attach) {
            artifacts.attach(plans);
        }
        copyTemplates(catalog);
    }

    private void copyTemplates(RuntimeCatalog catalog) {
        TemplateCopies copies =
                new TemplateCopies(Texts.trimmed(templates), baseOf(TEMPLATES), templateFunctions, outputDirectory());
        if (!copies.isEmpty()) {
            List<DeployedCode> codes = ModuleArchives.of(outputDirectory(), catalog).stream()
                    .map(archive -> TemplateCopies.code(archive, Optional.empty()))
                    .toList();
            copies.write(codes, new TextTemplateLog(new MavenSink(getLog()), baseDirectory()));
        }
    }

    private List<FunctionTarget> targets(List<FunctionSpec> specs, RuntimeCatalog catalog, Problems problems) {
        FunctionTargets functions = new FunctionTargets(executables(specs, catalog, problems), project.getVersion());
        List<FunctionTarget> targets = new ArrayList<>(functions.configured(specs, problems));
        if (discovers()) {
            targets.addAll(functions.found(specs));
        }
        if (targets.isEmpty() && problems.isEmpty()) {
            reportNoFunctions(problems);
        }
        return targets;
    }

    private List<BuiltExecutable> executables(List<FunctionSpec> specs, RuntimeCatalog catalog, Problems problems) {
        boolean ownExecutables =
                specs.stream().allMatch(spec -> spec.source() instanceof FunctionSource.ExecutableFile);
        if (ownExecutables && !discovers()) {
            return List.of();
        }
        try {
            return new ExecutablesInventory(outputDirectory(), catalog).read();
        } catch (ProblemException e) {
            problems.addAll(e.problems());
            return List.of();
        }
    }

    private void reportNoFunctions(Problems problems) {
        if (failIfNoFunctions) {
            problems.add(Problem.input(
                    "there is no function to package",
                    "name functions in <functions>, or set lambda.failIfNoFunctions=false for a module without any"));
        } else {
            events().nothingToPackage("lambda.failIfNoFunctions=false");
        }
    }

    private ModulePlanner planner() {
        return new ModulePlanner(new ArchivePlanner(
                new ArchiveNames(archiveName.trim(), project.getVersion()),
                outputDirectory(),
                new IncludeReader(projectFolders(), outputDirectory(), linksMayLeaveProject),
                events()));
    }

    private List<Path> projectFolders() {
        return Stream.of(baseDirectory().toFile(), session.getRequest().getMultiModuleProjectDirectory())
                .filter(Objects::nonNull)
                .map(PackageMojo::realPath)
                .toList();
    }

    private static Path realPath(File folder) {
        try {
            return folder.toPath().toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException("Maven's own folder is gone", e);
        }
    }

    private void bringUpToDate(
            List<ArchivePlan> plans, ArchiveUpdate update, RuntimeCatalog catalog, Set<FunctionName> placeholders) {
        ArchiveLedger ledger = ArchiveLedger.read(
                new ArchivesInventory(outputDirectory(), catalog), execution.getExecutionId(), otherExecutions());
        // before the new ones are written: a file system may take Orders.zip and orders.zip for one
        new StaleArchives(outputDirectory(), events()).delete(ledger.unplanned(plans));
        ledger.write(update.run(plans, ledger.earlier()), placeholders);
    }
}
