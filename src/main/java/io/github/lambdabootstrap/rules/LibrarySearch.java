package io.github.lambdabootstrap.rules;

import io.github.lambdabootstrap.archive.ArchiveEntry;
import io.github.lambdabootstrap.archive.EntryPath;
import io.github.lambdabootstrap.archive.LambdaArchive;
import io.github.lambdabootstrap.archive.Lookup;
import io.github.lambdabootstrap.elf.ElfFile;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the shared libraries of a program as the loader does: {@code DT_RPATH}, then {@code LD_LIBRARY_PATH} as Lambda
 * sets it (the system's folders, {@code /var/task}, {@code /var/task/lib}, {@code /opt/lib}), then {@code DT_RUNPATH}.
 */
public final class LibrarySearch {

    /** More libraries than any real program ships; a hostile archive cannot keep the search busy. */
    private static final int LIMIT = 200;

    /** Names that a damaged or hostile ELF file can have, and no file. */
    private static final Set<String> NO_FILE_NAMES = Set.of("", ".", "..");

    private static final List<String> TASK_FOLDERS = List.of("", "lib/");

    private final LambdaArchive archive;
    private final Layers layers;
    private final SystemLibraries system;
    private final Deque<Need> open = new ArrayDeque<>();
    private final Set<String> seen = new HashSet<>();

    /** A search in an archive, beside its layers, on a runtime. */
    public LibrarySearch(LambdaArchive archive, Layers layers, SystemLibraries system) {
        this.archive = archive;
        this.layers = layers;
        this.system = system;
    }

    /**
     * @param by path of the entry that needs it
     * @param rpaths where the loader looks first
     * @param runpaths where it looks last
     * @param chain the {@code DT_RPATH} of what needs it and of what needs that, up to the program
     */
    private record Need(String name, String by, List<String> rpaths, List<String> runpaths, List<String> chain) {}

    /**
     * A program or library whose needs are looked for.
     *
     * @param rpaths its own {@code DT_RPATH} and those of what needs it, up to the program
     */
    private record Loaded(String path, ElfFile elf, List<String> rpaths) {

        static Loaded of(ArchiveEntry entry, ElfFile elf, List<String> ofLoader) {
            String path = entry.path().text();
            List<String> own = hasRunpath(elf) ? List.of() : elf.dynamic().rpath();
            return new Loaded(
                    path,
                    elf,
                    Stream.concat(own.stream().map(folder -> expanded(folder, path)), ofLoader.stream())
                            .distinct()
                            .limit(LIMIT)
                            .toList());
        }

        private static boolean hasRunpath(ElfFile elf) {
            return !elf.dynamic().runpath().isEmpty();
        }

        private static String expanded(String folder, String path) {
            int slash = path.lastIndexOf('/');
            String origin = slash < 0 ? "/var/task" : "/var/task/" + path.substring(0, slash);
            return folder.replace("${ORIGIN}", origin).replace("$ORIGIN", origin);
        }

        /** {@code DT_RUNPATH} makes the loader forget every {@code DT_RPATH}, for what itself needs alone. */
        Need need(String name) {
            List<String> runpaths = elf.dynamic().runpath().stream()
                    .map(folder -> expanded(folder, path))
                    .toList();
            return new Need(name, path, hasRunpath(elf) ? List.of() : rpaths, runpaths, rpaths);
        }
    }

    /**
     * The libraries of a program and of those libraries that the archive ships, each once. A program with a loader of
     * its own is its own affair: it has none here.
     */
    public List<NeededLibrary> librariesOf(ArchiveEntry entry, ElfFile program) {
        List<NeededLibrary> found = new ArrayList<>();
        if (program.interpreter().filter(SystemLoader::isKnown).isEmpty()) {
            return found;
        }
        need(Loaded.of(entry, program, List.of()));
        while (!open.isEmpty() && found.size() < LIMIT) {
            Need need = open.poll();
            NeededLibrary library = find(need, program);
            found.add(library);
            library.elf().ifPresent(elf -> need(Loaded.of(library.entry().orElseThrow(), elf, need.chain())));
        }
        return found;
    }

    private void need(Loaded loaded) {
        loaded.elf().dynamic().needed().stream().filter(seen::add).forEach(name -> open.add(loaded.need(name)));
    }

    private NeededLibrary find(Need need, ElfFile program) {
        if (need.name().indexOf('/') >= 0 || NO_FILE_NAMES.contains(need.name())) {
            return shipped(need, need.name(), program)
                    .orElseGet(() -> NeededLibrary.outside(need.name(), need.by(), NeededLibrary.Source.UNKNOWN));
        }
        return folders(need, need.rpaths(), program)
                .or(() -> system.surelyHave(need.name()) ? Optional.of(elsewhere(need)) : Optional.empty())
                .or(() -> folders(need, TASK_FOLDERS, program))
                .or(() -> layers.surelyHave(EntryPath.of("lib").child(need.name()))
                        ? Optional.of(elsewhere(need))
                        : Optional.empty())
                .or(() -> folders(need, need.runpaths(), program))
                .orElseGet(() -> NeededLibrary.outside(need.name(), need.by(), missing(need)));
    }

    private static NeededLibrary elsewhere(Need need) {
        return NeededLibrary.outside(need.name(), need.by(), NeededLibrary.Source.ELSEWHERE);
    }

    private NeededLibrary.Source missing(Need need) {
        if (layers.someUnknown()) {
            return NeededLibrary.Source.ELSEWHERE;
        }
        return system.surelyLack(need.name()) ? NeededLibrary.Source.NOWHERE : NeededLibrary.Source.UNKNOWN;
    }

    private Optional<NeededLibrary> folders(Need need, List<String> folders, ElfFile program) {
        return folders.stream()
                .map(folder -> folder.isEmpty() || folder.endsWith("/") ? folder : folder + "/")
                .flatMap(folder -> shipped(need, folder + need.name(), program).stream())
                .findFirst();
    }

    /** The loader goes on to the next folder when a file is for another processor. */
    private Optional<NeededLibrary> shipped(Need need, String path, ElfFile program) {
        Lookup lookup = archive.lookup(path);
        if (lookup instanceof Lookup.Layer layer && layers.surelyHave(layer.path())) {
            return Optional.of(elsewhere(need));
        }
        return lookup instanceof Lookup.Resolved place
                ? ShippedElf.of(archive, place.entry())
                        .elf()
                        .filter(elf ->
                                elf.header().machine().equals(program.header().machine()))
                        .map(elf -> NeededLibrary.shipped(need.name(), need.by(), place.entry(), elf))
                : Optional.empty();
    }
}
