package io.github.lambdabootstrap.archive;

import io.github.lambdabootstrap.archive.deflate.DeflateEncoder;
import io.github.lambdabootstrap.model.Workers;
import io.github.lambdabootstrap.problem.Problem;
import io.github.lambdabootstrap.problem.ProblemException;
import io.github.lambdabootstrap.problem.SafeText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.LongStream;

/**
 * The compressed contents of archives that are about to be written. Each is compressed once, wherever it is, and in
 * segments, so that all cores work on one large file as on many small ones. They wait in a file, since together they
 * may be larger than the memory; {@link #close} deletes it.
 */
final class DeflatedContents implements AutoCloseable {

    private final SourceFiles sources;
    private final ScratchFile scratch;
    private final Queue<DeflateEncoder> idle = new ConcurrentLinkedQueue<>();
    private final Map<SourceFiles.Content, Deflated> byContent = new HashMap<>();

    /**
     * A content as it stands in an archive.
     *
     * @param parts of the raw DEFLATE stream
     * @param crc CRC-32 of the content
     * @param size of the content
     */
    record Deflated(List<ScratchFile.Part> parts, long crc, long size) {

        Deflated {
            parts = List.copyOf(parts);
        }

        long compressedSize() {
            return parts.stream().mapToLong(ScratchFile.Part::length).sum();
        }
    }

    private record Segment(SourceFiles.Content content, EntrySource source, long number) {}

    private record DeflatedSegment(ScratchFile.Part part, long crc, long size) {}

    private DeflatedContents(SourceFiles sources, ScratchFile scratch) {
        this.sources = sources;
        this.scratch = scratch;
    }

    /**
     * Compresses all that is in some archives.
     *
     * @param plans at least one
     * @param sources has read everything
     * @throws ProblemException when a source cannot be read, or the disk has no room
     */
    static DeflatedContents of(List<ArchivePlan> plans, SourceFiles sources, Workers workers) {
        Path beside = plans.get(0).file().toAbsolutePath().getParent();
        Path file = beside.resolve(".deflated." + UUID.randomUUID() + ".tmp");
        DeflatedContents contents = new DeflatedContents(sources, scratch(file));
        try {
            contents.deflate(plans, workers);
            return contents;
        } catch (ProblemException e) {
            throw contents.closedAfter(e);
        }
    }

    private static ScratchFile scratch(Path file) {
        try {
            Files.createDirectories(file.getParent());
            return ScratchFile.create(file);
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    private void deflate(List<ArchivePlan> plans, Workers workers) {
        Map<SourceFiles.Content, EntrySource> distinct = new LinkedHashMap<>();
        for (ArchivePlan plan : plans) {
            plan.entries().forEach(entry -> distinct.putIfAbsent(sources.of(entry.source()), entry.source()));
        }
        List<Segment> segments = new ArrayList<>();
        distinct.forEach((content, source) -> LongStream.range(0, DeflateEncoder.segments(content.size()))
                .forEach(number -> segments.add(new Segment(content, source, number))));
        List<DeflatedSegment> deflated = workers.map(segments, this::deflated);
        int next = 0;
        for (SourceFiles.Content content : distinct.keySet()) {
            int end = next + (int) DeflateEncoder.segments(content.size());
            byContent.put(content, joined(deflated.subList(next, end)));
            next = end;
        }
    }

    private DeflatedSegment deflated(Segment segment) {
        DeflateEncoder taken = idle.poll();
        DeflateEncoder encoder = taken == null ? new DeflateEncoder() : taken;
        DeflatedSegment deflated = write(segment, encode(segment, encoder), encoder);
        idle.add(encoder);
        return deflated;
    }

    private static int encode(Segment segment, DeflateEncoder encoder) {
        try (InputStream in = segment.source().open()) {
            return encoder.encode(in, segment.content().size(), segment.number());
        } catch (IOException e) {
            throw SourceFiles.unreadable(segment.source(), e);
        }
    }

    private DeflatedSegment write(Segment segment, int length, DeflateEncoder encoder) {
        try {
            long start = segment.number() * DeflateEncoder.SEGMENT;
            return new DeflatedSegment(
                    scratch.add(encoder.output(), length),
                    encoder.crc(),
                    Math.min(DeflateEncoder.SEGMENT, segment.content().size() - start));
        } catch (IOException e) {
            throw unwritable(scratch.file(), e);
        }
    }

    private static Deflated joined(List<DeflatedSegment> segments) {
        long crc = 0;
        long size = 0;
        for (DeflatedSegment segment : segments) {
            crc = Crc32Join.of(crc, segment.crc(), segment.size());
            size += segment.size();
        }
        return new Deflated(segments.stream().map(DeflatedSegment::part).toList(), crc, size);
    }

    /** The compressed content of a source. */
    Deflated of(EntrySource source) {
        return byContent.get(sources.of(source));
    }

    /** The bytes of a compressed content, from the start. */
    InputStream open(Deflated deflated) {
        return scratch.open(deflated.parts());
    }

    @Override
    public void close() {
        try {
            scratch.close();
        } catch (IOException e) {
            throw unwritable(scratch.file(), e);
        }
    }

    private ProblemException closedAfter(ProblemException failure) {
        try {
            close();
        } catch (ProblemException e) {
            failure.addSuppressed(e);
        }
        return failure;
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
