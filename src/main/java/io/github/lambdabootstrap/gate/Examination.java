package io.github.lambdabootstrap.gate;

import io.github.lambdabootstrap.archive.ArchiveEntry;
import io.github.lambdabootstrap.archive.ArchiveIntegrity;
import io.github.lambdabootstrap.archive.FileType;
import io.github.lambdabootstrap.archive.LambdaArchive;
import io.github.lambdabootstrap.archive.Lookup;
import io.github.lambdabootstrap.elf.ContentFacts;
import io.github.lambdabootstrap.elf.ContentScan;
import io.github.lambdabootstrap.elf.ElfFile;
import io.github.lambdabootstrap.elf.ElfReader;
import io.github.lambdabootstrap.elf.FileFormat;
import io.github.lambdabootstrap.elf.GoBuildInfo;
import io.github.lambdabootstrap.model.ByteSource;
import io.github.lambdabootstrap.rules.ArchiveUnderTest;
import io.github.lambdabootstrap.rules.Expectation;
import io.github.lambdabootstrap.rules.Layers;
import io.github.lambdabootstrap.rules.Program;
import io.github.lambdabootstrap.rules.Script;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gathers all that the rules need to know of one archive, with one pass over its bytes. */
final class Examination {

    private final LambdaArchive archive;
    private final Expectation expectation;
    private final Layers layers;
    private final Lookup bootstrap;
    private final Map<ArchiveEntry, ContentScan> scans = new HashMap<>();
    private final Map<ArchiveEntry, HeadScan> heads = new LinkedHashMap<>();

    private Examination(LambdaArchive archive, Expectation expectation, Layers layers) {
        this.archive = archive;
        this.expectation = expectation;
        this.layers = layers;
        this.bootstrap = archive.lookup(ArchiveUnderTest.BOOTSTRAP);
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
        List<Start> starts = starts();
        ArchiveIntegrity integrity = archive.check(this::watch);
        integrity.faults().forEach(fault -> scans.remove(fault.entry()));
        List<Program> programs = starts.stream().map(this::program).toList();
        List<ArchiveEntry> executables = heads.entrySet().stream()
                .filter(head -> head.getValue().isExecutable())
                .map(Map.Entry::getKey)
                .toList();
        return new ArchiveUnderTest(archive, expectation, layers, integrity, bootstrap, programs, executables);
    }

    /** A program to be, before the pass over its content. */
    private record Start(Program.Starter starter, String path, Lookup.Resolved place, Optional<ByteSource> source) {}

    private List<Start> starts() {
        List<Start> starts = new ArrayList<>();
        if (!expectation.placeholder() && bootstrap instanceof Lookup.Resolved place) {
            starts.add(start(Program.Starter.LAMBDA, ArchiveUnderTest.BOOTSTRAP, place));
        }
        return starts;
    }

    private Start start(Program.Starter starter, String path, Lookup.Resolved place) {
        scans.put(place.entry(), new ContentScan());
        return new Start(starter, path, place, archive.content(place.entry()));
    }

    private ByteSource.Sink watch(ArchiveEntry entry) {
        if (scans.containsKey(entry)) {
            return scans.get(entry);
        }
        boolean candidate = !(bootstrap instanceof Lookup.Resolved)
                && entry.type() == FileType.REGULAR
                && entry.path().text().indexOf('/') < 0;
        return candidate ? heads.computeIfAbsent(entry, e -> new HeadScan()) : (buffer, length) -> {};
    }

    private Program program(Start start) {
        Optional<ContentFacts> scan =
                Optional.ofNullable(scans.get(start.place().entry())).map(ContentScan::facts);
        Optional<Program.Content> content = start.source().flatMap(source -> content(source, scan));
        return new Program(start.starter(), start.path(), start.place(), content);
    }

    private static Optional<Program.Content> content(ByteSource source, Optional<ContentFacts> scan) {
        try {
            byte[] head = source.read(0, Script.HEAD_LENGTH);
            Optional<ElfFile> elf = ElfReader.read(source);
            Optional<GoBuildInfo> go = elf.isPresent() && scan.isPresent()
                    ? GoBuildInfo.read(elf.get(), source, scan.get())
                    : Optional.empty();
            return Optional.of(new Program.Content(FileFormat.of(head), elf, Script.parse(head), scan, go));
        } catch (IOException e) {
            // the entry's data is damaged, which the pass over the archive has found too
            return Optional.empty();
        }
    }

    /** Keeps the first bytes of an entry that passes by. */
    private static final class HeadScan implements ByteSource.Sink {

        private byte[] head = new byte[0];

        @Override
        public void accept(byte[] buffer, int length) {
            if (head.length == 0) {
                head = Arrays.copyOf(buffer, Math.min(length, FileFormat.HEAD_LENGTH));
            }
        }

        boolean isExecutable() {
            FileFormat format = FileFormat.of(head);
            return format == FileFormat.ELF || format == FileFormat.SCRIPT;
        }
    }
}
