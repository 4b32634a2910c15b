package io.github.lambdabootstrap.bundle;

import io.github.lambdabootstrap.archive.ArchivePlan;
import io.github.lambdabootstrap.archive.ArchivePlanner;
import io.github.lambdabootstrap.archive.EntryPath;
import io.github.lambdabootstrap.archive.EntrySource;
import io.github.lambdabootstrap.archive.FunctionTarget;
import io.github.lambdabootstrap.archive.IncludedFiles;
import io.github.lambdabootstrap.archive.PlannedEntry;
import io.github.lambdabootstrap.archive.ReservedPlaces;
import io.github.lambdabootstrap.model.FunctionName;
import io.github.lambdabootstrap.problem.Problems;
import io.github.lambdabootstrap.shim.DispatchMap;
import io.github.lambdabootstrap.shim.Shim;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Plans the archive of a bundle and finds what is wrong with it before a byte is written.
 *
 * @param singles reads includes, and says where archives go
 * @param shared the files of every archive
 */
record BundlePlanner(ArchivePlanner singles, IncludedFiles shared) {

    /** The plan, unless problems are added. */
    Optional<ArchivePlan> plan(BundleTarget bundle, String name, Problems problems) {
        Problems found = new Problems();
        Map<EntryPath, FunctionTarget> programs = BundleLayout.of(bundle, found);
        Map<FunctionTarget, Path> executables = executables(bundle, found);
        List<PlannedEntry> entries =
                new ArrayList<>(files(bundle, programs, found).entries());
        Optional<DispatchMap> map = BundleRoutes.of(bundle.spec(), programs).map(found);
        if (found.isEmpty()) {
            entries.addAll(shim(bundle, map));
            programs.forEach((path, function) -> entries.add(new PlannedEntry(path, executables.get(function), true)));
            size(entries, programs).problem(bundle.spec()).ifPresent(found::add);
        }
        problems.addAll(found.list());
        return found.isEmpty() ? Optional.of(plan(bundle, name, programs, entries)) : Optional.empty();
    }

    private ArchivePlan plan(
            BundleTarget bundle, String name, Map<EntryPath, FunctionTarget> programs, List<PlannedEntry> entries) {
        boolean byHandler = bundle.spec().dispatch().routes().isEmpty();
        return new ArchivePlan(
                name,
                singles.file(name),
                bundle.functions().stream().map(FunctionTarget::name).toList(),
                bundle.runtime(),
                bundle.architecture(),
                byHandler ? programs.keySet().stream().map(EntryPath::text).toList() : List.of(),
                entries);
    }

    private static Map<FunctionTarget, Path> executables(BundleTarget bundle, Problems problems) {
        Map<FunctionTarget, Path> executables = new HashMap<>();
        bundle.functions()
                .forEach(function -> ArchivePlanner.executable(function, problems)
                        .ifPresent(file -> executables.put(function, file)));
        return executables;
    }

    private IncludedFiles files(BundleTarget bundle, Map<EntryPath, FunctionTarget> programs, Problems problems) {
        IncludedFiles ofFunctions = new IncludedFiles(Map.of());
        for (FunctionTarget function : bundle.functions()) {
            ofFunctions =
                    ofFunctions.with(IncludedFiles.read(function.includes(), singles.includes(), problems), problems);
        }
        IncludedFiles files = IncludedFiles.read(bundle.spec().includes(), singles.includes(), problems)
                .over(ofFunctions.over(shared, path -> replaced(bundle, path)), path -> replaced(bundle, path));
        Map<EntryPath, String> occupants = new HashMap<>(BundleLayout.OF_THE_SHIM);
        programs.forEach((path, function) ->
                occupants.putIfAbsent(path, "the executable of function '" + function.name() + "'"));
        files.reportClashes(new ReservedPlaces(occupants, "give it another <target>"), problems);
        return files;
    }

    private void replaced(BundleTarget bundle, EntryPath path) {
        singles.log().bundleIncludeWins(bundle.spec().name(), path.text());
    }

    private static List<PlannedEntry> shim(BundleTarget bundle, Optional<DispatchMap> map) {
        Shim shim = new Shim(bundle.spec().dispatch().form(), bundle.architecture());
        List<PlannedEntry> entries = new ArrayList<>();
        entries.add(new PlannedEntry(Shim.ENTRY, new EntrySource.OwnBytes(shim.bytes()), true));
        map.ifPresent(content ->
                entries.add(new PlannedEntry(DispatchMap.ENTRY, new EntrySource.OwnBytes(content.bytes()), false)));
        return entries;
    }

    private static BundleSize size(List<PlannedEntry> entries, Map<EntryPath, FunctionTarget> programs) {
        Map<FunctionName, Long> functions = new HashMap<>();
        long others = 0;
        for (PlannedEntry entry : entries) {
            FunctionTarget function = programs.get(entry.path());
            if (function == null) {
                others += size(entry);
            } else {
                functions.merge(function.name(), size(entry), Long::sum);
            }
        }
        return new BundleSize(functions, others);
    }

    private static long size(PlannedEntry entry) {
        try {
            return entry.source().size();
        } catch (IOException e) {
            throw new UncheckedIOException("a file that was there a moment ago is gone: " + entry.source(), e);
        }
    }
}
