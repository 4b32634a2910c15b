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

    /** @param by path of the entry that needs it, with the headers of its ELF file */
    private record Need(String name, String by, ElfFile elf) {}

    /**
     * The libraries of a program and of those libraries that the archive ships, each once. A program with a loader of
     * its own is its own affair: it has none here.
     */
    public List<NeededLibrary> librariesOf(ArchiveEntry entry, ElfFile program) {
        List<NeededLibrary> found = new ArrayList<>();
        if (program.interpreter().filter(SystemLoader::isKnown).isEmpty()) {
            return found;
        }
        need(entry, program);
        while (!open.isEmpty() && found.size() < LIMIT) {
            NeededLibrary library = find(open.poll(), program);
            found.add(library);
            library.elf().ifPresent(elf -> need(library.entry().orElseThrow(), elf));
        }
        return found;
    }

    private void need(ArchiveEntry entry, ElfFile elf) {
        elf.dynamic().needed().stream()
                .filter(seen::add)
                .forEach(name -> open.add(new Need(name, entry.path().text(), elf)));
    }

    private NeededLibrary find(Need need, ElfFile program) {
        if (need.name().indexOf('/') >= 0 || NO_FILE_NAMES.contains(need.name())) {
            return shipped(need, need.name(), program)
                    .orElseGet(() -> NeededLibrary.outside(need.name(), need.by(), NeededLibrary.Source.UNKNOWN));
        }
        return folders(
                        need,
                        need.elf().dynamic().runpath().isEmpty()
                                ? need.elf().dynamic().rpath()
                                : List.of(),
                        program)
                .or(() -> system.surelyHave(need.name()) ? Optional.of(elsewhere(need)) : Optional.empty())
                .or(() -> folders(need, TASK_FOLDERS, program))
                .or(() -> layers.surelyHave(EntryPath.of("lib").child(need.name()))
                        ? Optional.of(elsewhere(need))
                        : Optional.empty())
                .or(() -> folders(need, need.elf().dynamic().runpath(), program))
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
        int slash = need.by().lastIndexOf('/');
        String origin = slash < 0 ? "/var/task" : "/var/task/" + need.by().substring(0, slash);
        return folders.stream()
                .map(folder -> folder.replace("${ORIGIN}", origin).replace("$ORIGIN", origin))
                .map(folder -> folder.isEmpty() || folder.endsWith("/") ? folder : folder + "/")
                .flatMap(folder -> shipped(need, folder + need.name(), program).stream())
                .findFirst();
    }

    /** The loader goes on to the next folder when a file is for another processor. */
    private Optional<NeededLibrary> shipped(Need need, String path, ElfFile program) {
        return archive.lookup(path) instanceof Lookup.Resolved place
                ? ShippedElf.of(archive, place.entry())
                        .elf()
                        .filter(elf ->
                                elf.header().machine().equals(program.header().machine()))
                        .map(elf -> NeededLibrary.shipped(need.name(), need.by(), place.entry(), elf))
                : Optional.empty();
    }
}
