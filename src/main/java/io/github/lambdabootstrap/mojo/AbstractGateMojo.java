package io.github.lambdabootstrap.mojo;

import io.github.lambdabootstrap.gate.ArchiveRequest;
import io.github.lambdabootstrap.gate.ArchiveSelection;
import io.github.lambdabootstrap.gate.Gate;
import io.github.lambdabootstrap.gate.GateReport;
import io.github.lambdabootstrap.gate.Policy;
import io.github.lambdabootstrap.gate.TemplateContext;
import io.github.lambdabootstrap.log.TextVerifyLog;
import io.github.lambdabootstrap.model.RuntimeCatalog;
import io.github.lambdabootstrap.model.Template;
import io.github.lambdabootstrap.mojo.config.ExpectationConfig;
import io.github.lambdabootstrap.mojo.config.PolicyConfig;
import io.github.lambdabootstrap.mojo.config.RequestConfig;
import io.github.lambdabootstrap.mojo.config.RuntimeDatesConfig;
import io.github.lambdabootstrap.mojo.config.SuppressionConfig;
import io.github.lambdabootstrap.mojo.config.Texts;
import io.github.lambdabootstrap.problem.Problem;
import io.github.lambdabootstrap.problem.ProblemException;
import io.github.lambdabootstrap.report.ConsoleLine;
import io.github.lambdabootstrap.rules.Expectation;
import io.github.lambdabootstrap.rules.RuleRegistry;
import java.io.File;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Judges archives, as every goal does that lets one pass: those of the module, those of all modules when the goal is
 * called directly, or any zip files, without a project too.
 */
abstract class AbstractGateMojo extends AbstractLambdaMojo {

    /**
     * The zip files to judge instead of those that {@code package} made: files, folders (the {@code *.zip} directly in
     * them) and patterns such as {@code dist/**}{@code /*.zip}, relative to the folder that Maven was started in.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda.archives")
    private List<String> archives;

    /**
     * The runtime that {@code archives} are for. Packaged archives know theirs.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda.runtime", defaultValue = RuntimeCatalog.DEFAULT_ID)
    private String runtime;

    /**
     * The architecture that {@code archives} are for: {@code x86_64}, {@code arm64}, or {@code auto} to accept either.
     * Packaged archives know theirs.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda.architecture", defaultValue = "x86_64")
    private String architecture;

    /**
     * The Handlers that {@code archives} answer to: each has to name an executable in them when their
     * {@code bootstrap} starts executables by Handler. Packaged archives know theirs.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda.handlers")
    private List<String> handlers;

    /**
     * The weight of a rule's findings, by its id: {@code error}, {@code warning}, {@code info} or {@code off}.
     *
     * @since 0.1.0
     */
    @Parameter
    private Map<String, String> rules;

    /**
     * The same on the command line, where it wins: {@code glibc-version=warning,entry-method=off}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda.ruleSeverities")
    private List<String> ruleSeverities;

    /**
     * Findings that are known and accepted, each with a reason. They are counted, and one that is not needed is told.
     *
     * @since 0.1.0
     */
    @Parameter
    private List<SuppressionConfig> suppressions;

    /**
     * The weight from which a finding fails the build: {@code error} or {@code warning}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda.verify.failOn", defaultValue = "error")
    private String failOn;

    /**
     * Ant-style patterns on the names or paths of archives whose code is uploaded later by something else. They are
     * told, and not judged for a bootstrap.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda.placeholders")
    private List<String> placeholders;

    /**
     * The layers of all functions: zip files, which are looked into, or ARNs, of which nothing is known.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda.layers")
    private List<String> layers;

    /**
     * A file with the days on which AWS ends its runtimes, instead of the days that this plugin knows: see
     * {@code docs/rules.md#runtime-supported}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda.runtimeDates")
    private File runtimeDates;

    /**
     * Where the reports are written: {@code target/lambda} of the module, or {@code lambda-report} without a project.
     * Modules that share a folder outside of them have a folder each below it.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda.reportDirectory")
    private File reportDirectory;

    /**
     * Where {@code package} wrote its archives and their inventory.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda.outputDirectory", defaultValue = "${project.build.directory}/lambda")
    private File outputDirectory;

    /**
     * Whether {@code build} compiles nothing, so that there is nothing to verify.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lambda.build.dryRun", defaultValue = "false")
    private boolean dryRun;

    protected final BuildSession shared;

    AbstractGateMojo(BuildSession shared) {
        this.shared = shared;
    }

    /** Whether this module has no archives because {@code build} only shows what it would do; that is told. */
    protected boolean nothingBuilt() {
        boolean nothing = dryRun && !namesArchives();
        if (nothing) {
            events().skipped(execution.getGoal(), "lambda.build.dryRun");
        }
        return nothing;
    }

    /** What the gate says of the archives that this goal is about, and of the templates. */
    protected GateReport judge(List<Template> templates) {
        TextVerifyLog log = new TextVerifyLog(new Terminal(session).sink(getLog()));
        Clock clock = Clock.systemUTC();
        RuleRegistry registry = RuleRegistry.on(LocalDate.now(clock));
        Policy policy = new PolicyConfig(rules, ruleSeverities, suppressions, failOn).toSpec(registry.ids());
        RuntimeCatalog catalog = catalog();
        ArchiveSelection named = namesArchives() ? named() : new ArchiveSelection(List.of(), List.of());
        List<ArchiveRequest> requests = new RequestConfig(layers, placeholders)
                .applied(namesArchives() ? requests(named, catalog) : packaged(catalog, log), startDirectory(), log);
        Gate gate = new Gate(policy, shared.workers(), log, clock);
        GateReport report = gate.judge(requests, named.problems());
        if (!templates.isEmpty()) {
            report = gate.judge(report, templates, new TemplateContext(!namesArchives(), catalog));
        }
        report.unused(policy.suppressions()).stream()
                .filter(one -> !templates.isEmpty() || registry.find(one.rule()).isPresent())
                .forEach(one -> log.unused("the suppression of " + one.shown() + " matches no finding"));
        return report;
    }

    protected void print(ConsoleLine line) {
        switch (line.severity()) {
            case ERROR -> getLog().error(line.text());
            case WARNING -> getLog().warn(line.text());
            case INFO -> getLog().info(line.text());
        }
    }

    /** Where this goal's reports belong; absolute. */
    protected Path reportDirectory() {
        return reportScope().directory(reportDirectory);
    }

    /** Whether the archives to judge are named, instead of those that {@code package} made. */
    protected boolean namesArchives() {
        // Maven makes an empty list of a property that is not set; one that is set and empty is a mistake to tell
        return !Texts.trimmed(archives).isEmpty() || session.getUserProperties().containsKey("lambda.archives");
    }

    private ArchiveSelection named() {
        List<String> paths = Texts.trimmed(archives);
        if (paths.isEmpty()) {
            throw ProblemException.of(Problem.input("lambda.archives names nothing", "name zips, folders or patterns"));
        }
        return ArchiveSelection.of(paths, startDirectory());
    }

    private RuntimeCatalog catalog() {
        RuntimeCatalog catalog = RuntimeCatalog.builtIn();
        return runtimeDates == null
                ? catalog
                : new RuntimeDatesConfig(startDirectory().resolve(runtimeDates.toPath())).applied(catalog);
    }

    private List<ArchiveRequest> requests(ArchiveSelection named, RuntimeCatalog catalog) {
        Expectation expectation = new ExpectationConfig(runtime, architecture, handlers).toSpec(catalog);
        return named.files().stream()
                .map(file -> new ArchiveRequest(ArchiveRequest.nameOf(file), file, expectation))
                .toList();
    }

    private List<ArchiveRequest> packaged(RuntimeCatalog catalog, TextVerifyLog log) {
        if (!Texts.trimmed(handlers).isEmpty()) {
            log.unused("lambda.handlers counts for lambda.archives alone: packaged archives know their Handlers");
        }
        List<ArchiveRequest> requests = execution.getSource() == MojoExecution.Source.CLI
                ? new ModuleArchives(session, execution.getPlugin().getKey(), catalog).ofAllModules()
                : ModuleArchives.of(outputDirectory.toPath(), catalog);
        if (requests.isEmpty()) {
            log.nothingToVerify();
        }
        return requests;
    }
}
