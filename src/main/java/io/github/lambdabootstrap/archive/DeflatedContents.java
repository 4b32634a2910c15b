package io.github.lambdabootstrap.archive;

import io.github.lambdabootstrap.model.Workers;
import io.github.lambdabootstrap.problem.Problem;
import io.github.lambdabootstrap.problem.ProblemException;
import io.github.lambdabootstrap.problem.SafeText;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Contents that were compressed before their archives are written: those of an archive with several large ones, so that
 * all cores work on one archive, and those that are in several places, so that each is compressed once. They wait in
 * files, since together they may be larger than the memory; {@link #close} deletes these.
 */
final class DeflatedContents implements AutoCloseable {

    /** Below this, in bytes, the detour costs more than it saves. */
    static final long LARGE = 64 * 1024;

    private static final int BUFFER = 64 * 1024;

    private final Optional<Path> folder;
    private final Map<EntrySource, Deflated> bySource;

    /**
     * A content as it stands in an archive.
     *
     * @param file the raw DEFLATE stream
     * @param crc CRC-32 of the content
     * @param size of the content
     */
    record Deflated(Path file, long crc, long size) {}

    private DeflatedContents(Optional<Path> folder, Map<EntrySource, Deflated> bySource) {
        this.folder = folder;
        this.bySource = bySource;
    }

    /** None at all. */
    static DeflatedContents none() {
        return new DeflatedContents(Optional.empty(), Map.of());
    }

    /**
     * What is worth it in these archives.
     *
     * @throws ProblemException when a source cannot be read, or the disk has no room
     */
    static DeflatedContents ahead(List<ArchivePlan> plans, SourceFiles sources, Workers workers) {
        Map<SourceFiles.Content, List<EntrySource>> worthIt = worthIt(plans, sources);
        if (worthIt.isEmpty()) {
            return none();
        }
        Path beside = plans.get(0).file().toAbsolutePath().getParent();
        Path folder = beside.resolve(".deflated." + UUID.randomUUID() + ".tmp");
        DeflatedContents contents = new DeflatedContents(Optional.of(folder), new HashMap<>());
        try {
            Files.createDirectories(folder);
            contents.deflate(folder, worthIt, workers);
            return contents;
        } catch (IOException e) {
            throw contents.closedAfter(unwritable(folder, e));
        } catch (ProblemException e) {
            throw contents.closedAfter(e);
        }
    }

    private static Map<SourceFiles.Content, List<EntrySource>> worthIt(List<ArchivePlan> plans, SourceFiles sources) {
        Map<SourceFiles.Content, Integer> places = new HashMap<>();
        Map<SourceFiles.Content, List<EntrySource>> all = new LinkedHashMap<>();
        for (ArchivePlan plan : plans) {
            List<EntrySource> large = plan.entries().stream()
                    .map(PlannedEntry::source)
                    .filter(source -> sources.of(source).size() >= LARGE)
                    .toList();
            for (EntrySource source : large) {
                SourceFiles.Content content = sources.of(source);
                places.merge(content, large.size(), Integer::sum);
                all.computeIfAbsent(content, key -> new ArrayList<>()).add(source);
            }
        }
        all.keySet().removeIf(content -> places.get(content) < 2);
        return all;
    }

    private void deflate(Path into, Map<SourceFiles.Content, List<EntrySource>> contents, Workers workers) {
        // the largest first, or one core does it alone at the end
        List<SourceFiles.Content> largestFirst = contents.keySet().stream()
                .sorted(Comparator.comparingLong(SourceFiles.Content::size).reversed())
                .toList();
        List<Deflated> deflated = workers.map(
                largestFirst,
                content -> deflated(
                        contents.get(content).get(0),
                        into.resolve(content.sha256().hex())));
        for (int i = 0; i < deflated.size(); i++) {
            for (EntrySource source : contents.get(largestFirst.get(i))) {
                bySource.put(source, deflated.get(i));
            }
        }
    }

    private static Deflated deflated(EntrySource source, Path file) {
        CRC32 crc = new CRC32();
        // headers of the zlib format are absent in a zip: nowrap
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try (InputStream in = new CheckedInputStream(source.open(), crc);
                OutputStream out = new DeflaterOutputStream(Files.newOutputStream(file), deflater, BUFFER)) {
            long size = in.transferTo(out);
            return new Deflated(file, crc.getValue(), size);
        } catch (IOException e) {
            throw unwritable(file, e);
        } finally {
            deflater.end();
        }
    }

    /** The compressed content of a source, when it is one of them. */
    Optional<Deflated> find(EntrySource source) {
        return Optional.ofNullable(bySource.get(source));
    }

    @Override
    public void close() {
        folder.ifPresent(DeflatedContents::delete);
    }

    private ProblemException closedAfter(ProblemException failure) {
        try {
            close();
        } catch (ProblemException e) {
            failure.addSuppressed(e);
        }
        return failure;
    }

    private static void delete(Path folder) {
        try (var files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    private static ProblemException unwritable(Path file, IOException cause) {
        return new ProblemException(
                Problem.environment(
                                "a compressed file of an archive cannot be written: "
                                        + SafeText.of(String.valueOf(cause.getMessage())),
                                "see that the folder is writable and its disk has room, then build again")
                        .at(SafeText.of(file.toString())),
                cause);
    }
}
