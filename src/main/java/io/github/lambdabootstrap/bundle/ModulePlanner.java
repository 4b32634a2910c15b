package io.github.lambdabootstrap.bundle;

import io.github.lambdabootstrap.archive.ArchivePlan;
import io.github.lambdabootstrap.archive.ArchivePlanner;
import io.github.lambdabootstrap.archive.ArchiveSubject;
import io.github.lambdabootstrap.archive.FunctionTarget;
import io.github.lambdabootstrap.archive.IncludedFiles;
import io.github.lambdabootstrap.model.IncludeSpec;
import io.github.lambdabootstrap.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Plans all archives of a module: those of bundles, and those of the functions that no bundle takes for itself.
 *
 * @param singles plans the archives of single functions
 */
public record ModulePlanner(ArchivePlanner singles) {

    /**
     * One plan for each archive, unless problems are added.
     *
     * @param targets all functions of the module, once for each architecture
     * @param bundles all bundles of the module
     * @param everywhere the includes of every archive
     */
    public List<ArchivePlan> plan(
            List<FunctionTarget> targets, List<BundleSpec> bundles, List<IncludeSpec> everywhere, Problems problems) {
        Problems found = new Problems();
        IncludedFiles shared = IncludedFiles.read(everywhere, singles.includes(), found);
        BundleSelection selection = new BundleSelection(targets);
        List<BundleTarget> bundled = targets.isEmpty()
                ? List.of()
                : bundles.stream()
                        .flatMap(spec -> selection.of(spec, found).stream())
                        .toList();
        List<FunctionTarget> alone =
                targets.stream().filter(target -> isAlone(target, bundled)).toList();
        Map<ArchiveSubject, String> names = singles.names().of(subjects(alone, bundled), found);
        List<ArchivePlan> plans = new ArrayList<>(singles.plan(alone, names, shared, found));
        BundlePlanner planner = new BundlePlanner(singles, shared);
        for (BundleTarget bundle : bundled) {
            planner.plan(bundle, names.getOrDefault(bundle.subject(), ""), found)
                    .ifPresent(plans::add);
        }
        // a fault in what several archives share is found once for each
        problems.addAll(found.list().stream().distinct().toList());
        return found.isEmpty() ? plans : List.of();
    }

    private static boolean isAlone(FunctionTarget target, List<BundleTarget> bundled) {
        List<BundleTarget> holding = bundled.stream()
                .filter(bundle -> bundle.functions().contains(target))
                .toList();
        return holding.isEmpty()
                || holding.stream().anyMatch(bundle -> bundle.spec().standalone());
    }

    private static List<ArchiveSubject> subjects(List<FunctionTarget> alone, List<BundleTarget> bundled) {
        return Stream.concat(
                        alone.stream().map(FunctionTarget::subject),
                        bundled.stream().map(BundleTarget::subject))
                .toList();
    }
}
