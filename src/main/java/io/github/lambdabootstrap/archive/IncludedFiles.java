package io.github.lambdabootstrap.archive;

import io.github.lambdabootstrap.model.IncludeSpec;
import io.github.lambdabootstrap.problem.Problem;
import io.github.lambdabootstrap.problem.Problems;
import io.github.lambdabootstrap.problem.SafeText;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The files that includes put into one archive, by their place in it.
 *
 * @param byPath in the order in which they came
 */
public record IncludedFiles(Map<EntryPath, IncludedFile> byPath) {

    public IncludedFiles {
        byPath = Collections.unmodifiableMap(new LinkedHashMap<>(byPath));
    }

    /** The files of includes of one place in the pom; two of them on one path are a problem. */
    public static IncludedFiles read(List<IncludeSpec> specs, IncludeReader reader, Problems problems) {
        Map<EntryPath, IncludedFile> files = new LinkedHashMap<>();
        for (IncludeSpec spec : specs) {
            reader.read(spec, problems).forEach(file -> put(files, file, problems));
        }
        return new IncludedFiles(files);
    }

    /** These files and others of equal rank; two different files on one path are a problem. */
    public IncludedFiles with(IncludedFiles others, Problems problems) {
        Map<EntryPath, IncludedFile> files = new LinkedHashMap<>(byPath);
        others.byPath.values().stream()
                .filter(file -> !isSame(files.get(file.path()), file))
                .forEach(file -> put(files, file, problems));
        return new IncludedFiles(files);
    }

    private static boolean isSame(IncludedFile one, IncludedFile other) {
        return one != null && one.file().equals(other.file()) && one.executable() == other.executable();
    }

    /**
     * These files, and where they leave room, the others.
     *
     * @param replaced hears of each path on which one of the others gives way
     */
    public IncludedFiles over(IncludedFiles others, Consumer<EntryPath> replaced) {
        Map<EntryPath, IncludedFile> files = new LinkedHashMap<>(others.byPath);
        byPath.forEach((path, file) -> {
            if (files.put(path, file) != null) {
                replaced.accept(path);
            }
        });
        return new IncludedFiles(files);
    }

    /** What they will be in the archive. */
    public List<PlannedEntry> entries() {
        return byPath.values().stream().map(IncludedFile::entry).toList();
    }

    /** Adds a problem for each file that takes a place in the archive, or the place of a folder, that is another's. */
    public void reportClashes(ReservedPlaces reserved, Problems problems) {
        for (IncludedFile file : byPath.values()) {
            Optional<EntryPath> taken = Optional.of(file.path()).filter(reserved::contains);
            Optional<EntryPath> folder = file.path().parent();
            while (taken.isEmpty() && folder.isPresent()) {
                taken = folder.filter(path -> reserved.contains(path) || byPath.containsKey(path));
                folder = folder.get().parent();
            }
            Optional<EntryPath> place = taken;
            place.map(path -> reserved.contains(path) ? reserved.clash(file, path) : clash(file, path))
                    .or(() -> reserved.below(file.path()).map(path -> reserved.folderClash(file, path)))
                    .ifPresent(problems::add);
        }
    }

    private static Problem clash(IncludedFile file, EntryPath taken) {
        return Problem.input(
                        described(file) + ", where '" + SafeText.of(taken.text()) + "' is a file",
                        "give one of them another <target>")
                .at(file.spec().where());
    }

    private static void put(Map<EntryPath, IncludedFile> files, IncludedFile file, Problems problems) {
        IncludedFile other = files.putIfAbsent(file.path(), file);
        if (other != null) {
            problems.add(Problem.input(
                            "two includes are '" + SafeText.of(file.path().text()) + "' in the archive: "
                                    + quoted(other) + " and " + quoted(file),
                            "give one of them another <target>, or remove it")
                    .at(file.spec().where()));
        }
    }

    static String described(IncludedFile file) {
        return "the include " + quoted(file) + " would be '"
                + SafeText.of(file.path().text()) + "' in the archive";
    }

    private static String quoted(IncludedFile file) {
        return "'" + SafeText.of(file.file().toString()) + "'";
    }
}
