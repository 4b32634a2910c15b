package io.github.lambdabootstrap.build;

import io.github.lambdabootstrap.model.Architecture;
import io.github.lambdabootstrap.model.FunctionSource;
import io.github.lambdabootstrap.model.FunctionSpec;
import io.github.lambdabootstrap.problem.Problem;
import io.github.lambdabootstrap.problem.Problems;
import io.github.lambdabootstrap.problem.SafeText;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The Go packages that the pom names, looked up by their names: a package that a pattern would pass over in silence
 * then says why.
 */
final class NamedPackages {

    private final Map<String, Wanted> wanted = new LinkedHashMap<>();
    private final Map<GoModule, GoList.Listing> listings = new LinkedHashMap<>();

    /** A package where a pom's text points to: what Go is asked for, in which module. */
    private record Wanted(GoModule module, String pattern, String directory) {

        boolean is(String importPath, String itsDirectory) {
            return directory.isEmpty() ? pattern.equals(importPath) : directory.equals(itsDirectory);
        }
    }

    /**
     * Asks Go for the packages of the functions.
     *
     * @param directory absolute; relative packages start here
     * @param modules the known modules, for import paths
     */
    NamedPackages(List<FunctionSpec> specs, Path directory, List<GoModule> modules) {
        for (FunctionSpec spec : specs) {
            if (spec.source() instanceof FunctionSource.GoPackage named) {
                locate(named.path(), directory, modules).ifPresent(place -> wanted.put(named.path(), place));
            }
        }
    }

    /** Lists the packages with one call for each module. */
    NamedPackages listWith(GoList list, Architecture architecture) {
        Map<GoModule, TreeSet<String>> patterns = new LinkedHashMap<>();
        wanted.values()
                .forEach(place -> patterns.computeIfAbsent(place.module(), module -> new TreeSet<>())
                        .add(place.pattern()));
        patterns.forEach((module, names) -> listings.put(module, list.list(module, architecture, List.copyOf(names))));
        return this;
    }

    /** The program at a package of the pom; a problem when there is none. */
    Optional<MainPackage> find(String path, String where, Problems problems) {
        Wanted place = wanted.get(path);
        if (place == null) {
            problems.add(Problem.input(
                            "there is no Go module for the package '" + SafeText.of(path) + "'",
                            "give a folder below <go><directory> such as ./services/orders, or an import path")
                    .at(where + "<goPackage>"));
            return Optional.empty();
        }
        GoList.Listing listing = listings.get(place.module());
        Optional<MainPackage> main = listing.mains().stream()
                .filter(candidate ->
                        place.is(candidate.importPath(), candidate.directory().toString()))
                .filter(MainPackage::compiles)
                .findFirst();
        if (main.isEmpty()) {
            problems.add(missing(path, place, listing).at(where + "<goPackage>"));
        }
        return main;
    }

    private static Problem missing(String path, Wanted place, GoList.Listing listing) {
        if (!listing.refusals().isEmpty()) {
            return listing.refusals().get(0).problem();
        }
        String why = listing.others().stream()
                .filter(other -> place.is(other.importPath(), other.directory())
                        || other.importPath().equals(place.pattern()))
                .map(GoList.OtherPackage::why)
                .findFirst()
                .orElse("it has nothing to compile for Linux");
        return Problem.input(
                        "the Go package '" + SafeText.of(path) + "' is no program: " + SafeText.of(why),
                        "name the folder of a main package; files behind build tags need <go><tags>, files that import"
                                + " \"C\" need <go><cgo>true</cgo>")
                .docs("reference/build.md#which-programs-are-functions");
    }

    private static Optional<Wanted> locate(String path, Path directory, List<GoModule> modules) {
        Path folder = directory.resolve(path.replace('/', File.separatorChar)).normalize();
        boolean isPath = path.startsWith(".") || Path.of(path).isAbsolute();
        if (isPath || Files.isDirectory(folder)) {
            return GoModules.holding(folder).map(module -> inFolder(module, folder));
        }
        return modules.stream()
                .filter(module -> (path + "/").startsWith(module.path() + "/"))
                .max(Comparator.comparingInt(module -> module.path().length()))
                .or(() -> modules.stream().findFirst())
                .map(module -> new Wanted(module, path, ""));
    }

    private static Wanted inFolder(GoModule module, Path folder) {
        String relative = module.directory().relativize(folder).toString().replace(File.separatorChar, '/');
        return new Wanted(module, relative.isEmpty() ? "." : "./" + relative, folder.toString());
    }
}
