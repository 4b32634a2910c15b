package io.github.lambdabootstrap.gate;

import io.github.lambdabootstrap.archive.ArchiveEntry;
import io.github.lambdabootstrap.archive.ArchiveIntegrity;
import io.github.lambdabootstrap.archive.EntryFault;
import io.github.lambdabootstrap.archive.LambdaArchive;
import io.github.lambdabootstrap.archive.Lookup;
import io.github.lambdabootstrap.elf.ContentFacts;
import io.github.lambdabootstrap.elf.ContentScan;
import io.github.lambdabootstrap.elf.ElfFile;
import io.github.lambdabootstrap.elf.ElfReader;
import io.github.lambdabootstrap.elf.FileFormat;
import io.github.lambdabootstrap.elf.GoBuildInfo;
import io.github.lambdabootstrap.model.ByteSource;
import io.github.lambdabootstrap.model.LambdaRuntime;
import io.github.lambdabootstrap.rules.ArchiveUnderTest;
import io.github.lambdabootstrap.rules.EntryFormats;
import io.github.lambdabootstrap.rules.Expectation;
import io.github.lambdabootstrap.rules.Layers;
import io.github.lambdabootstrap.rules.LibrarySearch;
import io.github.lambdabootstrap.rules.NeededLibrary;
import io.github.lambdabootstrap.rules.Program;
import io.github.lambdabootstrap.rules.Script;
import io.github.lambdabootstrap.rules.SystemLibraries;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gathers all that the rules need to know of one archive, with one pass over its bytes. */
final class Examination {

    private final LambdaArchive archive;
    private final Expectation expectation;
    private final Layers layers;
    private final Lookup bootstrap;
    private final SystemLibraries system;
    private final Map<Integer, ContentScan> scans = new HashMap<>(); // by the numbers of entries
    private final EntryFormats others;

    private Examination(LambdaArchive archive, Expectation expectation, Layers layers) {
        this.archive = archive;
        this.expectation = expectation;
        this.layers = layers;
        this.system = SystemLibraries.of(expectation.runtime());
        this.others = new EntryFormats(archive.entries());
        this.bootstrap = archive.lookup(LambdaRuntime.ENTRYPOINT);
    }

    /**
     * What rules need to know.
     *
     * @throws IOException when the file cannot be read; damaged content is no reason
     */
    static ArchiveUnderTest of(LambdaArchive archive, Expectation expectation, Layers layers) throws IOException {
        return new Examination(archive, expectation, layers).run();
    }

    private ArchiveUnderTest run() throws IOException {
        ProgramSearch search = new ProgramSearch(archive);
        if (!expectation.placeholder()) {
            search.add(Program.Starter.LAMBDA, LambdaRuntime.ENTRYPOINT);
        }
        Optional<DispatchSearch> dispatch = search.programs().stream()
                .findFirst()
                .flatMap(ProgramSearch.Found::source)
                .flatMap(source -> DispatchSearch.of(archive, source, expectation.handlers()));
        dispatch.ifPresent(shim -> shim.addTargets(search));
        int certain = search.programs().size();
        dispatch.ifPresent(shim -> shim.addCandidates(search));
        search.programs().forEach(found -> scans.put(found.place().entry().index(), new ContentScan()));
        ArchiveIntegrity integrity = archive.check(this::watch);
        integrity.faults().stream()
                .filter(EntryFault::isCertain)
                .forEach(fault -> scans.remove(fault.entry().index()));
        List<Program> programs = search.programs().stream().map(this::program).toList();
        List<Program> candidates = programs.subList(certain, programs.size());
        candidates.forEach(candidate -> candidate.format().ifPresent(format -> others.put(candidate.entry(), format)));
        return new ArchiveUnderTest(
                archive,
                expectation,
                layers,
                integrity,
                bootstrap,
                programs.subList(0, certain),
                dispatch.map(shim -> shim.dispatch(candidates)),
                others);
    }

    private ByteSource.Sink watch(ArchiveEntry entry) {
        ContentScan scan = scans.get(entry.index());
        return scan == null ? new HeadScan(entry) : scan;
    }

    private Program program(ProgramSearch.Found found) {
        Optional<ContentFacts> scan =
                Optional.ofNullable(scans.get(found.place().entry().index())).map(ContentScan::facts);
        Optional<Program.Content> content = found.source().flatMap(source -> content(found, source, scan));
        return new Program(found.starter(), found.path(), found.place(), content);
    }

    private Optional<Program.Content> content(
            ProgramSearch.Found found, ByteSource source, Optional<ContentFacts> scan) {
        try {
            byte[] head = source.read(0, Script.HEAD_LENGTH);
            Optional<ElfFile> elf = ElfReader.read(source);
            Optional<GoBuildInfo> go = elf.isPresent() && scan.isPresent()
                    ? GoBuildInfo.read(elf.get(), source, scan.get())
                    : Optional.empty();
            List<NeededLibrary> libraries = elf.filter(file -> !found.ownLibraries())
                    .map(file -> new LibrarySearch(archive, layers, system)
                            .librariesOf(found.place().entry(), file))
                    .orElse(List.of());
            return Optional.of(new Program.Content(FileFormat.of(head), elf, Script.parse(head), scan, go, libraries));
        } catch (IOException e) {
            return Optional.empty(); // damaged, which the pass over the archive has found too
        }
    }

    /** Looks at the first bytes of an entry that passes by. */
    private final class HeadScan implements ByteSource.Sink {

        private final ArchiveEntry entry;
        private boolean seen;

        private HeadScan(ArchiveEntry entry) {
            this.entry = entry;
            others.put(entry, FileFormat.EMPTY);
        }

        @Override
        public void accept(byte[] buffer, int length) {
            if (!seen && length > 0) {
                seen = true;
                others.put(entry, FileFormat.of(Arrays.copyOf(buffer, Math.min(length, FileFormat.HEAD_LENGTH))));
            }
        }
    }
}
