package io.github.lambdabootstrap.archive;

import io.github.lambdabootstrap.log.PackagingLog;
import io.github.lambdabootstrap.model.LambdaRuntime;
import io.github.lambdabootstrap.problem.Problem;
import io.github.lambdabootstrap.problem.Problems;
import io.github.lambdabootstrap.problem.SafeText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Plans the archives of single functions and finds what is wrong with them before a byte is written.
 *
 * @param names the archives' names
 * @param folder where the archives will be, absolute
 * @param includes finds included files
 * @param log hears which includes give way to others
 */
public record ArchivePlanner(ArchiveNames names, Path folder, IncludeReader includes, PackagingLog log) {

    private static final EntryPath BOOTSTRAP = EntryPath.of(LambdaRuntime.ENTRYPOINT);
    private static final ReservedPlaces RESERVED = new ReservedPlaces(
            Map.of(BOOTSTRAP, "the function's executable"),
            "give it another <target>; to name the executable use <function><executable>");

    /**
     * One plan for each target, unless problems are added.
     *
     * @param named the archives' names, of {@link ArchiveNames#of}
     * @param shared the files of every archive
     */
    public List<ArchivePlan> plan(
            List<FunctionTarget> targets, Map<ArchiveSubject, String> named, IncludedFiles shared, Problems problems) {
        List<ArchivePlan> plans = new ArrayList<>();
        for (FunctionTarget target : targets) {
            Optional<Path> executable = executable(target, problems);
            IncludedFiles files = IncludedFiles.read(target.includes(), includes, problems)
                    .over(shared, path -> log.ownIncludeWins(target.name(), path.text()));
            files.reportClashes(RESERVED, problems);
            if (problems.isEmpty()) {
                plans.add(plan(target, named.get(target.subject()), executable.orElseThrow(), files));
            }
        }
        return plans;
    }

    private ArchivePlan plan(FunctionTarget target, String name, Path executable, IncludedFiles files) {
        List<PlannedEntry> entries = new ArrayList<>(files.entries());
        entries.add(new PlannedEntry(BOOTSTRAP, executable, true));
        return new ArchivePlan(
                name, file(name), List.of(target.name()), target.runtime(), target.architecture(), List.of(), entries);
    }

    /** Where the archive of this name will be. */
    public Path file(String name) {
        return folder.resolve(name + ".zip");
    }

    /** The regular file that a function's executable is; a problem and nothing when there is none. */
    public static Optional<Path> executable(FunctionTarget target, Problems problems) {
        String shown = "'" + SafeText.of(target.executable().toString()) + "'";
        if (Files.isDirectory(target.executable())) {
            problems.add(Problem.input(
                            "the executable of function '" + target.name() + "' is a directory: " + shown,
                            "name the file in it with <executable>")
                    .at(target.where()));
            return Optional.empty();
        }
        try {
            return Optional.of(target.executable().toRealPath());
        } catch (IOException e) {
            problems.add(Problem.input(
                            "function '" + target.name() + "' has no executable: " + shown + " does not exist",
                            target.built().isPresent()
                                    ? "run lambda-bootstrap:build again"
                                    : "build it before the package phase, or correct its <executable>")
                    .at(target.where()));
            return Optional.empty();
        }
    }
}
