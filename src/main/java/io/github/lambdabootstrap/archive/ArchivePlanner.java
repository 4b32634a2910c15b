package io.github.lambdabootstrap.archive;

import io.github.lambdabootstrap.log.PackagingLog;
import io.github.lambdabootstrap.model.IncludeSpec;
import io.github.lambdabootstrap.model.LambdaRuntime;
import io.github.lambdabootstrap.problem.Problem;
import io.github.lambdabootstrap.problem.Problems;
import io.github.lambdabootstrap.problem.SafeText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Plans the archives of functions and finds what is wrong with them before a byte is written.
 *
 * @param names the archives' names
 * @param folder where the archives will be, absolute
 * @param includes finds included files
 * @param log hears which includes give way to others
 */
public record ArchivePlanner(ArchiveNames names, Path folder, IncludeReader includes, PackagingLog log) {

    private static final EntryPath BOOTSTRAP = EntryPath.of(LambdaRuntime.ENTRYPOINT);

    /**
     * One plan for each target, unless problems are added.
     *
     * @param everywhere the includes of every function
     */
    public List<ArchivePlan> plan(List<FunctionTarget> targets, List<IncludeSpec> everywhere, Problems problems) {
        Problems found = new Problems();
        Map<EntryPath, IncludedFile> shared = files(everywhere, found);
        Map<FunctionTarget, String> named = names.of(targets, found);
        List<ArchivePlan> plans = new ArrayList<>();
        for (FunctionTarget target : targets) {
            Optional<Path> executable = executable(target, found);
            Map<EntryPath, IncludedFile> extras = files(target.includes(), found);
            Map<EntryPath, IncludedFile> all = merged(target, extras, shared);
            all.values().forEach(file -> reportClash(file, all, found));
            if (found.isEmpty()) {
                plans.add(plan(target, named.get(target), executable.orElseThrow(), all));
            }
        }
        // a fault in an include of every function is found once for each
        problems.addAll(found.list().stream().distinct().toList());
        return plans;
    }

    private ArchivePlan plan(
            FunctionTarget target, String name, Path executable, Map<EntryPath, IncludedFile> included) {
        List<PlannedEntry> entries = new ArrayList<>();
        entries.add(new PlannedEntry(BOOTSTRAP, executable, true));
        included.values().forEach(file -> entries.add(file.entry()));
        return new ArchivePlan(
                name,
                folder.resolve(name + ".zip"),
                List.of(target.name()),
                target.runtime(),
                target.architecture(),
                entries);
    }

    private Map<EntryPath, IncludedFile> files(List<IncludeSpec> specs, Problems problems) {
        Map<EntryPath, IncludedFile> files = new LinkedHashMap<>();
        for (IncludeSpec spec : specs) {
            for (IncludedFile file : includes.read(spec, problems)) {
                IncludedFile other = files.putIfAbsent(file.path(), file);
                if (other != null) {
                    problems.add(Problem.input(
                                    "two includes are '"
                                            + SafeText.of(file.path().text()) + "' in the archive: "
                                            + quoted(other.entry().source()) + " and "
                                            + quoted(file.entry().source()),
                                    "give one of them another <target>, or remove it")
                            .at(spec.where()));
                }
            }
        }
        return files;
    }

    private Map<EntryPath, IncludedFile> merged(
            FunctionTarget target, Map<EntryPath, IncludedFile> own, Map<EntryPath, IncludedFile> shared) {
        Map<EntryPath, IncludedFile> all = new LinkedHashMap<>(shared);
        own.forEach((path, file) -> {
            if (all.put(path, file) != null) {
                log.ownIncludeWins(target.name(), path.text());
            }
        });
        return all;
    }

    /** A file must not take the executable's place, nor lie in a folder where the archive has a file. */
    private static void reportClash(IncludedFile file, Map<EntryPath, IncludedFile> all, Problems problems) {
        Optional<EntryPath> taken = Optional.of(file.path()).filter(BOOTSTRAP::equals);
        Optional<EntryPath> folder = file.path().parent();
        while (taken.isEmpty() && folder.isPresent()) {
            taken = folder.filter(path -> path.equals(BOOTSTRAP) || all.containsKey(path));
            folder = folder.get().parent();
        }
        taken.ifPresent(path -> problems.add(clash(file, path)));
    }

    private static Problem clash(IncludedFile file, EntryPath taken) {
        String entry = "the include " + quoted(file.entry().source()) + " would be '"
                + SafeText.of(file.path().text()) + "' in the archive";
        Problem problem = taken.equals(BOOTSTRAP)
                ? Problem.input(
                                entry + ", where the function's executable is",
                                "give it another <target>; to name the executable use <function><executable>")
                        .because("Lambda starts /var/task/bootstrap")
                : Problem.input(
                        entry + ", where '" + SafeText.of(taken.text()) + "' is a file",
                        "give one of them another <target>");
        return problem.at(file.spec().where());
    }

    private static Optional<Path> executable(FunctionTarget target, Problems problems) {
        String shown = quoted(target.executable());
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

    private static String quoted(Path path) {
        return "'" + SafeText.of(path.toString()) + "'";
    }
}
