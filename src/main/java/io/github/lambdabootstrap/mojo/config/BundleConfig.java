package io.github.lambdabootstrap.mojo.config;

import io.github.lambdabootstrap.bundle.BundleSpec;
import io.github.lambdabootstrap.bundle.Dispatch;
import io.github.lambdabootstrap.bundle.Placement;
import io.github.lambdabootstrap.model.FunctionName;
import io.github.lambdabootstrap.model.Glob;
import io.github.lambdabootstrap.model.IncludeSpec;
import io.github.lambdabootstrap.problem.Problem;
import io.github.lambdabootstrap.problem.Problems;
import io.github.lambdabootstrap.problem.SafeText;
import io.github.lambdabootstrap.shim.ShimForm;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** {@code <bundle>}: many executables in one archive, behind a shim that starts the one that is asked for. */
public class BundleConfig {

    private static final String BY_HANDLER = "handler";
    private static final String BY_FUNCTION_NAME = "function-name";
    // one that is not closed is a mistake too, and no folder's name
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^{}]*}?|}");

    /** The bundle's name: it takes the place of a function's name in {@code archiveName}. */
    private String name;

    /** Names of functions, or Ant-style patterns on them; all functions of the module when absent. */
    private List<String> functions;

    /** The folder of the executables, each under its function's name; the root when absent. */
    private String directory;

    /**
     * Where each executable goes, as a pattern in place of {@code directory}: <code>{name}</code> is the function's
     * name, <code>{path}</code> the path of its package below its Go module.
     */
    private String entry;

    /** Exact places; they add their functions to the bundle, and win over {@code directory} and {@code entry}. */
    private List<HandlerConfig> handlers;

    /** {@code native} (default), an executable of 4 KB, or {@code sh}, a script that the console can show. */
    private String shim;

    /** What chooses the executable: {@code handler} (default), or {@code function-name} by {@code routes}. */
    private String dispatch;

    /** For {@code function-name}: which function starts for which name; the first that matches wins. */
    private List<RouteConfig> routes;

    /** Whether the functions get archives of their own too; {@code false} when absent. */
    private boolean standalone;

    /** Its own extra files; they win over those of its functions and of all functions. */
    private List<IncludeConfig> includes;

    /** Whether {@code AWS_LAMBDA_EXEC_WRAPPER} is honoured, as on managed runtimes; {@code false} when absent. */
    private boolean execWrapper;

    /**
     * The bundles as specifications, without those that have no valid name.
     *
     * @param configs may be null
     * @param base the folder that relative paths start from
     */
    public static List<BundleSpec> toSpecs(List<BundleConfig> configs, Path base, Problems problems) {
        Map<String, BundleSpec> specs = new LinkedHashMap<>();
        for (BundleConfig config : configs == null ? List.<BundleConfig>of() : configs) {
            config.toSpec(base, problems).ifPresent(spec -> {
                if (specs.putIfAbsent(spec.name().key(), spec) != null) {
                    problems.add(Problem.input(
                                    "two bundles are called '" + spec.name() + "'",
                                    "give each bundle a name of its own; upper and lower case count as equal")
                            .at(spec.where()));
                }
            });
        }
        return List.copyOf(specs.values());
    }

    private Optional<BundleSpec> toSpec(Path base, Problems problems) {
        String id = name == null ? "" : name.trim();
        String where = "pom.xml <bundles><bundle>" + SafeText.of(id);
        if (!FunctionName.isValid(id)) {
            problems.add(Problem.input(
                            "'" + SafeText.of(id) + "' is no bundle name",
                            "give a <name> of the form " + FunctionName.FORM)
                    .at(where));
            return Optional.empty();
        }
        List<String> chosen = Texts.trimmed(functions);
        if (functions != null && chosen.isEmpty()) {
            problems.add(Problem.input(
                            "bundle '" + id + "' has no functions",
                            "name some, or leave out <functions> for all of the module")
                    .at(where + "<functions>"));
        }
        return Optional.of(new BundleSpec(
                new FunctionName(id),
                chosen.stream().map(Glob::new).toList(),
                placement(where, problems),
                dispatch(id, where, problems),
                standalone,
                includes(base, where, problems),
                where));
    }

    private Placement placement(String where, Problems problems) {
        List<Placement.Handler> exact = new ArrayList<>();
        if (handlers != null) {
            handlers.forEach(handler -> handler.toSpec(where, problems).ifPresent(exact::add));
        }
        if (!Texts.isBlank(directory) && !Texts.isBlank(entry)) {
            problems.add(Problem.input("a bundle has a <directory> and an <entry>", "give one of them")
                    .at(where));
        }
        if (Texts.isBlank(entry)) {
            String folder = Texts.isBlank(directory) ? "" : directory.trim() + "/";
            return new Placement(folder + Placement.NAME, "<directory>", exact);
        }
        List<String> unknown = PLACEHOLDER
                .matcher(entry)
                .results()
                .map(MatchResult::group)
                .filter(word -> !word.equals(Placement.NAME) && !word.equals(Placement.PATH))
                .distinct()
                .toList();
        if (!unknown.isEmpty()) {
            problems.add(Problem.input(
                            "the pattern of entries has unknown placeholders: "
                                    + SafeText.of(String.join(" ", unknown)),
                            "use " + Placement.NAME + " and " + Placement.PATH)
                    .at(where + "<entry>"));
        }
        return new Placement(entry.trim(), "<entry>", exact);
    }

    private Dispatch dispatch(String id, String where, Problems problems) {
        ShimForm form = ShimForm.parse(Texts.isBlank(shim) ? ShimForm.NATIVE.id() : shim.trim())
                .orElseGet(() -> {
                    problems.add(unknown("shim", shim, String.join(", ", ShimForm.ids()), where));
                    return ShimForm.NATIVE;
                });
        List<Dispatch.NamedRoute> known = new ArrayList<>();
        if (routes != null) {
            routes.forEach(route -> route.toSpec(where, problems).ifPresent(known::add));
        }
        reportDispatch(id, where, problems);
        return new Dispatch(form, known, execWrapper);
    }

    private void reportDispatch(String id, String where, Problems problems) {
        boolean routed = routes != null && !routes.isEmpty();
        String by = Texts.isBlank(dispatch) ? BY_HANDLER : dispatch.trim();
        if (!by.equals(BY_HANDLER) && !by.equals(BY_FUNCTION_NAME)) {
            problems.add(unknown("dispatch", by, BY_HANDLER + ", " + BY_FUNCTION_NAME, where));
        } else if (by.equals(BY_HANDLER) && routed) {
            problems.add(Problem.input(
                            "bundle '" + id + "' dispatches by handler, and its <routes> play no part",
                            "set <dispatch>" + BY_FUNCTION_NAME + "</dispatch>, or remove them")
                    .at(where + "<routes>"));
        } else if (by.equals(BY_FUNCTION_NAME) && !routed) {
            problems.add(Problem.input(
                            "bundle '" + id + "' dispatches by function name, and has no <routes>",
                            "add routes, or set <dispatch>" + BY_HANDLER + "</dispatch>")
                    .at(where + "<dispatch>"));
        }
    }

    private static Problem unknown(String element, String word, String choices, String where) {
        return Problem.input("unknown " + element + " '" + SafeText.of(word.trim()) + "'", "choose one of " + choices)
                .at(where + "<" + element + ">");
    }

    private List<IncludeSpec> includes(Path base, String where, Problems problems) {
        List<IncludeSpec> specs = new ArrayList<>();
        if (includes != null) {
            includes.forEach(include ->
                    include.toSpec(base, where + "<includes>", problems).ifPresent(specs::add));
        }
        return specs;
    }
}
