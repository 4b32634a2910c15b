package io.github.lambdabootstrap.bundle;

import io.github.lambdabootstrap.archive.FunctionTarget;
import io.github.lambdabootstrap.model.Architecture;
import io.github.lambdabootstrap.model.FunctionName;
import io.github.lambdabootstrap.model.Glob;
import io.github.lambdabootstrap.model.NameDistance;
import io.github.lambdabootstrap.problem.Problem;
import io.github.lambdabootstrap.problem.Problems;
import io.github.lambdabootstrap.problem.SafeText;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Chooses the functions of bundles.
 *
 * @param targets all functions of the module, once for each architecture
 */
record BundleSelection(List<FunctionTarget> targets) {

    private static final int NEAR = 3;

    BundleSelection {
        targets = List.copyOf(targets);
    }

    /** One target for each architecture of a bundle; none when a problem is added. */
    List<BundleTarget> of(BundleSpec spec, Problems problems) {
        Problems found = new Problems();
        Set<FunctionName> names = names(spec, found);
        List<FunctionTarget> functions = targets.stream()
                .filter(target -> names.contains(target.name()))
                .sorted(Comparator.comparing(FunctionTarget::name))
                .toList();
        reportRuntimes(spec, functions, found);
        reportArchitectures(spec, functions, found);
        problems.addAll(found.list());
        if (!found.isEmpty()) {
            return List.of();
        }
        Map<Architecture, List<FunctionTarget>> byArchitecture = functions.stream()
                .collect(Collectors.groupingBy(FunctionTarget::architecture, TreeMap::new, Collectors.toList()));
        return byArchitecture.values().stream()
                .map(each -> new BundleTarget(spec, byArchitecture.size() == 1, each))
                .toList();
    }

    private Set<FunctionName> names(BundleSpec spec, Problems problems) {
        Set<FunctionName> all =
                targets.stream().map(FunctionTarget::name).collect(Collectors.toCollection(TreeSet::new));
        if (spec.functions().isEmpty()) {
            spec.placement().handlers().forEach(handler -> reportUnknown(spec, handler, all, problems));
            return all;
        }
        Set<FunctionName> chosen = new TreeSet<>();
        for (Glob glob : spec.functions()) {
            List<FunctionName> matching =
                    all.stream().filter(name -> glob.matches(name.value())).toList();
            chosen.addAll(matching);
            if (matching.isEmpty()) {
                problems.add(Problem.input(
                                "no function is called '" + SafeText.of(glob.pattern()) + "'; "
                                        + nearest(glob.pattern(), all),
                                "give names of this module's functions, or patterns such as *-lambda")
                        .at(spec.where() + "<functions>"));
            }
        }
        for (Placement.Handler handler : spec.placement().handlers()) {
            reportUnknown(spec, handler, all, problems);
            all.stream().filter(name -> name.value().equals(handler.function())).forEach(chosen::add);
        }
        return chosen;
    }

    private static void reportUnknown(
            BundleSpec spec, Placement.Handler handler, Set<FunctionName> all, Problems problems) {
        if (all.stream().noneMatch(name -> name.value().equals(handler.function()))) {
            problems.add(Problem.input(
                            "the handler '" + SafeText.of(handler.name()) + "' is of function '"
                                    + SafeText.of(handler.function()) + "', which is not there; "
                                    + nearest(handler.function(), all),
                            "name a function of this module")
                    .at(spec.where() + "<handlers>"));
        }
    }

    /** A clause that lists the names that were probably meant. */
    static String nearest(String wanted, Set<FunctionName> all) {
        return "the nearest names are "
                + String.join(
                        ", ",
                        NameDistance.nearest(
                                wanted, all.stream().map(FunctionName::value).toList(), NEAR));
    }

    private static void reportRuntimes(BundleSpec spec, List<FunctionTarget> functions, Problems problems) {
        Map<String, Set<FunctionName>> byRuntime =
                grouped(functions, target -> target.runtime().id());
        if (byRuntime.size() > 1) {
            problems.add(Problem.input(
                            "the functions of bundle '" + spec.name() + "' run on different runtimes: "
                                    + shown(byRuntime),
                            "give them one <runtime>, or a bundle for each")
                    .at(spec.where() + "<functions>")
                    .because("one archive is deployed with one Runtime"));
        }
    }

    private static void reportArchitectures(BundleSpec spec, List<FunctionTarget> functions, Problems problems) {
        Map<FunctionName, String> architectures = functions.stream()
                .collect(Collectors.toMap(
                        FunctionTarget::name,
                        target -> target.architecture().id(),
                        (one, other) -> one + " and " + other,
                        TreeMap::new));
        Map<String, Set<FunctionName>> byArchitectures = grouped(functions, target -> architectures.get(target.name()));
        if (byArchitectures.size() > 1) {
            problems.add(Problem.input(
                            "the functions of bundle '" + spec.name() + "' are built for different architectures: "
                                    + shown(byArchitectures),
                            "give them the same <architecture>, or a bundle for each")
                    .at(spec.where() + "<functions>")
                    .because("one archive runs on one architecture"));
        }
    }

    private static Map<String, Set<FunctionName>> grouped(
            List<FunctionTarget> functions, Function<FunctionTarget, String> key) {
        return functions.stream()
                .collect(Collectors.groupingBy(
                        key,
                        TreeMap::new,
                        Collectors.mapping(FunctionTarget::name, Collectors.toCollection(TreeSet::new))));
    }

    private static String shown(Map<String, Set<FunctionName>> groups) {
        return groups.entrySet().stream()
                .map(group -> group.getKey() + " ("
                        + group.getValue().stream().map(FunctionName::value).collect(Collectors.joining(", ")) + ")")
                .collect(Collectors.joining(", "));
    }
}
