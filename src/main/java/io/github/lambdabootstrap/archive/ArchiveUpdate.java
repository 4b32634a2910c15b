package io.github.lambdabootstrap.archive;

import io.github.lambdabootstrap.log.PackagingLog;
import io.github.lambdabootstrap.model.ByteSize;
import io.github.lambdabootstrap.model.PackagedArchive;
import io.github.lambdabootstrap.model.Sha256;
import io.github.lambdabootstrap.model.Workers;
import io.github.lambdabootstrap.problem.Problem;
import io.github.lambdabootstrap.problem.ProblemException;
import io.github.lambdabootstrap.problem.Problems;
import io.github.lambdabootstrap.problem.SafeText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the archives on disk what their plans say: writes those that differ, on all cores, and leaves the others
 * untouched.
 */
public final class ArchiveUpdate {

    private final String pluginVersion;
    private final Workers workers;
    private final PackagingLog log;
    private final SourceFiles sources = new SourceFiles();
    private final ArchiveWriter writer = new ArchiveWriter();

    /** @param pluginVersion a new version of the plugin writes every archive anew */
    public ArchiveUpdate(String pluginVersion, Workers workers, PackagingLog log) {
        this.pluginVersion = pluginVersion;
        this.workers = workers;
        this.log = log;
    }

    /** Adds a problem for each executable whose content is not what {@code build} made. */
    public void requireFresh(List<FunctionTarget> targets, Problems problems) {
        List<FunctionTarget> built = targets.stream()
                .filter(target -> target.built().isPresent() && Files.isRegularFile(target.executable()))
                .toList();
        sources.read(built.stream().map(ArchiveUpdate::realExecutable).toList(), workers);
        for (FunctionTarget target : built) {
            Sha256 found = sources.of(realExecutable(target)).sha256();
            if (!target.built().equals(Optional.of(found))) {
                problems.add(stale(target));
            }
        }
    }

    /**
     * Writes what has to be written.
     *
     * @param earlier what an earlier run left, by file
     * @return the archives, in the order of the plans' sizes
     * @throws ProblemException when a source cannot be read or an archive cannot be written
     */
    public List<ArchiveState> run(List<ArchivePlan> plans, Map<Path, ArchiveState> earlier) {
        sources.read(
                plans.stream()
                        .flatMap(plan -> plan.entries().stream())
                        .map(PlannedEntry::source)
                        .toList(),
                workers);
        // the largest first, or one core does it alone at the end
        List<ArchivePlan> largestFirst = plans.stream()
                .sorted(Comparator.comparingLong((ArchivePlan plan) -> plan.unzippedSize(sources))
                        .reversed())
                .toList();
        Map<Path, ArchiveState> states = new HashMap<>();
        workers.map(
                        largestFirst,
                        plan -> Optional.ofNullable(earlier.get(plan.file()))
                                .filter(state -> isStill(state, fingerprint(plan))))
                .forEach(state -> state.ifPresent(kept -> states.put(untouched(kept), kept)));
        List<ArchivePlan> outdated = largestFirst.stream()
                .filter(plan -> !states.containsKey(plan.file()))
                .toList();
        write(outdated).forEach(state -> states.put(state.archive().file(), state));
        logSummary(plans, outdated);
        return largestFirst.stream().map(plan -> states.get(plan.file())).toList();
    }

    /** Counts a function once, however many archives hold it. */
    private void logSummary(List<ArchivePlan> plans, List<ArchivePlan> outdated) {
        if (!plans.isEmpty()) {
            int packaged = functions(outdated);
            log.packagedAll(packaged, functions(plans) - packaged);
        }
    }

    private static int functions(List<ArchivePlan> plans) {
        return (int) plans.stream()
                .flatMap(plan -> plan.functions().stream().map(name -> name + " for " + plan.architecture()))
                .distinct()
                .count();
    }

    private Sha256 fingerprint(ArchivePlan plan) {
        return plan.fingerprint(pluginVersion, sources);
    }

    /** Whether the file has the content of that run, and would have it again. */
    private static boolean isStill(ArchiveState state, Sha256 fingerprint) {
        Path file = state.archive().file();
        try {
            return state.fingerprint().equals(fingerprint)
                    && Files.isRegularFile(file)
                    && Files.size(file) == state.archive().size().bytes()
                    && Sha256.of(file).equals(state.archive().sha256());
        } catch (IOException e) {
            // it cannot be read: write it anew
            return false;
        }
    }

    private Path untouched(ArchiveState state) {
        log.upToDate(state.archive().name(), state.archive().file());
        return state.archive().file();
    }

    private List<ArchiveState> write(List<ArchivePlan> outdated) {
        if (outdated.isEmpty()) {
            return List.of();
        }
        try (DeflatedContents contents = DeflatedContents.of(outdated, sources, workers)) {
            return workers.map(outdated, plan -> written(plan, contents));
        }
    }

    private ArchiveState written(ArchivePlan plan, DeflatedContents contents) {
        writer.write(plan, contents);
        PackagedArchive archive = facts(plan);
        log.packaged(archive);
        return new ArchiveState(archive, fingerprint(plan));
    }

    private PackagedArchive facts(ArchivePlan plan) {
        try {
            return new PackagedArchive(
                    plan.name(),
                    plan.functions(),
                    plan.file(),
                    Sha256.of(plan.file()),
                    new ByteSize(Files.size(plan.file())),
                    new ByteSize(plan.unzippedSize(sources)),
                    plan.runtime(),
                    plan.architecture(),
                    plan.handlers(),
                    List.of(),
                    false);
        } catch (IOException e) {
            throw unreadable(plan.file(), e);
        }
    }

    private static EntrySource realExecutable(FunctionTarget target) {
        try {
            return new EntrySource.DiskFile(target.executable().toRealPath());
        } catch (IOException e) {
            throw unreadable(target.executable(), e);
        }
    }

    private static ProblemException unreadable(Path file, IOException cause) {
        return new ProblemException(
                Problem.environment(
                                "a file of the output directory cannot be read: "
                                        + SafeText.of(String.valueOf(cause.getMessage())),
                                "let nothing change that directory while Maven runs, then build again")
                        .at(SafeText.of(file.toString())),
                cause);
    }

    private static Problem stale(FunctionTarget target) {
        return Problem.input(
                        "the executable of function '" + target.name() + "' for " + target.architecture()
                                + " is not the one that lambda-bootstrap:build made",
                        "run lambda-bootstrap:build again; a file that is changed on purpose after it is given as"
                                + " <executable>")
                .at(SafeText.of(target.executable().toString()))
                .because("something changed it since");
    }
}
