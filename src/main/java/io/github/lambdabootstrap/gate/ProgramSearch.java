package io.github.lambdabootstrap.gate;

import io.github.lambdabootstrap.archive.ArchiveEntry;
import io.github.lambdabootstrap.archive.LambdaArchive;
import io.github.lambdabootstrap.archive.Lookup;
import io.github.lambdabootstrap.model.ByteSource;
import io.github.lambdabootstrap.rules.Program;
import io.github.lambdabootstrap.rules.Script;
import io.github.lambdabootstrap.rules.ScriptTarget;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the programs of an archive, each entry once: those that are asked for, and those that their scripts start. */
final class ProgramSearch {

    /** Scripts that start scripts; real ones do so once, and Linux gives up at the sixth. */
    private static final int LONGEST_CHAIN = 6;

    private final LambdaArchive archive;
    private final Map<ArchiveEntry, Found> programs = new LinkedHashMap<>();

    ProgramSearch(LambdaArchive archive) {
        this.archive = archive;
    }

    /**
     * A program to be, before the pass over the archive's bytes.
     *
     * @param path where it is started, relative to {@code /var/task}
     * @param source its content; empty when it cannot be had
     * @param ownLibraries whether the loader is told where its libraries are, in a way that is not followed
     */
    record Found(
            Program.Starter starter,
            String path,
            Lookup.Resolved place,
            Optional<ByteSource> source,
            boolean ownLibraries) {}

    /** Adds the program at a path and what it starts, unless nothing is there or it has been found already. */
    void add(Program.Starter starter, String path) {
        Deque<Found> ahead = new ArrayDeque<>(find(starter, path, false));
        for (int length = 0; !ahead.isEmpty() && length < LONGEST_CHAIN; length++) {
            Found program = ahead.pop();
            if (programs.putIfAbsent(program.place().entry(), program) == null) {
                ahead.addAll(startedBy(program));
            }
        }
    }

    /** The programs in the order in which they were found. */
    List<Found> programs() {
        return List.copyOf(programs.values());
    }

    private List<Found> find(Program.Starter starter, String path, boolean ownLibraries) {
        // a script may start itself
        return archive.lookup(path) instanceof Lookup.Resolved place && !programs.containsKey(place.entry())
                ? List.of(new Found(starter, path, place, archive.content(place.entry()), ownLibraries))
                : List.of();
    }

    private List<Found> startedBy(Found program) {
        Optional<Script> script = program.source().flatMap(ProgramSearch::script);
        Optional<ScriptTarget> target = script.flatMap(ScriptTarget::of);
        if (target.isPresent()) {
            return find(
                    Program.Starter.SHELL,
                    target.get().path(),
                    program.ownLibraries() || target.get().ownLibraries());
        }
        // a shell reads a script by itself when Linux refuses its interpreter
        return script.filter(s -> program.starter().isKernel())
                .flatMap(Script::interpreterOfArchive)
                .map(path -> find(program.starter().ofInterpreter(), path, false))
                .orElse(List.of());
    }

    private static Optional<Script> script(ByteSource source) {
        try {
            return Script.parse(source.read(0, Script.HEAD_LENGTH));
        } catch (IOException e) {
            return Optional.empty(); // damaged, which the pass over the archive finds too
        }
    }
}
