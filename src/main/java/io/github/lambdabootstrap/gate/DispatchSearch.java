package io.github.lambdabootstrap.gate;

import io.github.lambdabootstrap.archive.ArchiveEntry;
import io.github.lambdabootstrap.archive.EntryPath;
import io.github.lambdabootstrap.archive.FileType;
import io.github.lambdabootstrap.archive.LambdaArchive;
import io.github.lambdabootstrap.archive.Lookup;
import io.github.lambdabootstrap.archive.UnixMode;
import io.github.lambdabootstrap.elf.FileFormat;
import io.github.lambdabootstrap.model.ByteSource;
import io.github.lambdabootstrap.rules.Dispatch;
import io.github.lambdabootstrap.rules.Program;
import io.github.lambdabootstrap.shim.DispatchMap;
import io.github.lambdabootstrap.shim.DispatchMapReader;
import io.github.lambdabootstrap.shim.DispatchMapReader.InvalidMapException;
import io.github.lambdabootstrap.shim.HandlerTarget;
import io.github.lambdabootstrap.shim.KnownShim;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds what a shim starts: what it is asked for, or, when nobody says what that is, what it could be asked for. */
final class DispatchSearch {

    private static final String USUAL_FOLDER = "bin/";

    /** More executables than any bundle has; a hostile archive cannot keep the memory busy. */
    private static final int MOST_CANDIDATES = 1000;

    /** What may be data too, and is taken for an executable when its mode says so. */
    private static final Set<FileFormat> MARKED = EnumSet.of(FileFormat.SCRIPT, FileFormat.MACH_O);

    private final LambdaArchive archive;
    private final KnownShim shim;
    private final Plan plan;

    /**
     * What the shim goes by.
     *
     * @param fault why it goes by nothing
     * @param targets what it is asked for
     * @param open whether it may be asked for anything else
     */
    private record Plan(Optional<String> fault, List<Dispatch.Target> targets, boolean open) {

        /** A map that may be fine and cannot be read here. */
        static final Plan UNKNOWN = new Plan(Optional.empty(), List.of(), false);

        static Plan invalid(String fault) {
            return new Plan(Optional.of(fault), List.of(), false);
        }
    }

    private DispatchSearch(LambdaArchive archive, KnownShim shim, List<String> handlers) {
        this.archive = archive;
        this.shim = shim;
        this.plan = shim.readsMap() ? planByMap(handlers) : planBy(handlers);
    }

    /** A search in an archive whose bootstrap is a known shim; empty for every other one. */
    static Optional<DispatchSearch> of(LambdaArchive archive, ByteSource bootstrap, List<String> handlers) {
        try {
            return KnownShim.recognise(bootstrap.read(0, KnownShim.LIMIT + 1))
                    .map(shim -> new DispatchSearch(archive, shim, handlers));
        } catch (IOException e) {
            return Optional.empty(); // damaged, which the pass over the archive finds too
        }
    }

    private Plan planBy(List<String> handlers) {
        List<Dispatch.Target> targets = handlers.stream()
                .distinct()
                .map(handler -> target(handler, Optional.empty(), shim.resolve(handler)))
                .toList();
        return new Plan(Optional.empty(), targets, targets.isEmpty());
    }

    private Plan planByMap(List<String> handlers) {
        Lookup map = archive.lookup(DispatchMap.ENTRY.text());
        if (map instanceof Lookup.Absent) {
            return planBy(handlers);
        }
        if (map instanceof Lookup.LeavesArchive || map instanceof Lookup.Layer) {
            return Plan.UNKNOWN;
        }
        boolean closed = !(map instanceof Lookup.Resolved place)
                || place.entry()
                        .unixMode()
                        .filter(mode -> !mode.othersMayRead())
                        .isPresent();
        return closed ? Plan.invalid("it cannot be read") : planByMap(((Lookup.Resolved) map).entry(), handlers);
    }

    private Plan planByMap(ArchiveEntry map, List<String> handlers) {
        try {
            Optional<ByteSource> content = archive.content(map);
            if (content.isEmpty()) {
                return Plan.UNKNOWN;
            }
            List<Dispatch.Target> targets =
                    DispatchMapReader.read(content.get().read(0, DispatchMap.LIMIT + 1)).stream()
                            .map(route -> target(route.target(), Optional.of(route.match()), route.resolve()))
                            .toList();
            return targets.isEmpty() ? planBy(handlers) : new Plan(Optional.empty(), targets, false);
        } catch (InvalidMapException e) {
            return Plan.invalid(e.getMessage());
        } catch (IOException e) {
            return Plan.UNKNOWN; // damaged, which the pass over the archive finds too
        }
    }

    private Dispatch.Target target(String asked, Optional<String> match, HandlerTarget place) {
        Optional<Lookup> lookup =
                place instanceof HandlerTarget.File file ? Optional.of(archive.lookup(file.path())) : Optional.empty();
        return new Dispatch.Target(asked, match, place, lookup);
    }

    /** Adds the executables that it is asked for. */
    void addTargets(ProgramSearch search) {
        plan.targets().stream()
                .flatMap(target ->
                        target.place() instanceof HandlerTarget.File file ? Stream.of(file.path()) : Stream.of())
                .forEach(path -> search.add(starter(), path));
    }

    /** Adds the executables that it could be asked for, unless it is known what it is asked for. */
    void addCandidates(ProgramSearch search) {
        if (plan.open()) {
            archive.entries().stream()
                    .filter(entry -> entry.type() != FileType.DIRECTORY)
                    .map(ArchiveEntry::path)
                    .filter(this::isUsualPlace)
                    .filter(this::isExecutable)
                    .limit(MOST_CANDIDATES)
                    .forEach(path -> search.add(starter(), path.text()));
        }
    }

    Dispatch dispatch(List<Program> candidates) {
        return new Dispatch(shim, plan.fault(), plan.targets(), candidates);
    }

    private Program.Starter starter() {
        return shim.isScript() ? Program.Starter.SHELL : Program.Starter.SHIM;
    }

    private boolean isUsualPlace(EntryPath path) {
        String folder = shim.folder().isRoot() ? "" : shim.folder() + "/";
        String name = path.text();
        return name.startsWith(folder) && (!folder.isEmpty() || name.indexOf('/') < 0 || name.startsWith(USUAL_FOLDER));
    }

    private boolean isExecutable(EntryPath path) {
        if (!(archive.lookup(path.text()) instanceof Lookup.Resolved place)) {
            return false;
        }
        Optional<FileFormat> format = archive.content(place.entry()).flatMap(DispatchSearch::format);
        return format.filter(FileFormat.ELF::equals).isPresent()
                ? !isLibrary(path)
                : format.filter(MARKED::contains).isPresent() && isMarked(place.entry());
    }

    private static boolean isLibrary(EntryPath path) {
        return path.fileName().matches(".+\\.so(\\..+)?");
    }

    private static boolean isMarked(ArchiveEntry entry) {
        return entry.unixMode().filter(UnixMode::othersMayExecute).isPresent();
    }

    private static Optional<FileFormat> format(ByteSource content) {
        try {
            return Optional.of(FileFormat.of(content.read(0, FileFormat.HEAD_LENGTH)));
        } catch (IOException e) {
            return Optional.empty(); // damaged, which the pass over the archive finds too
        }
    }
}
