package io.github.lambdabootstrap.archive;

import io.github.lambdabootstrap.archive.DeflatedContents.Deflated;
import io.github.lambdabootstrap.model.AtomicFile;
import io.github.lambdabootstrap.problem.Problem;
import io.github.lambdabootstrap.problem.ProblemException;
import io.github.lambdabootstrap.problem.SafeText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/**
 * Writes a planned archive; on one JDK build equal plans give equal bytes, whatever the clock, zone, locale, umask,
 * user, folder or file system. Memory does not grow with the size of a file.
 */
public final class ArchiveWriter {

    // local, because a zip has no zone: setTime(long) would shift it by that of this machine
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    /**
     * Writes the archive beside its target and moves it there; on any failure the target is as it was.
     *
     * @throws ProblemException when a source cannot be read or the target cannot be written
     */
    public void write(ArchivePlan plan) {
        try (DeflatedContents none = DeflatedContents.none()) {
            write(plan, none);
        }
    }

    /** The same with contents that are compressed already; the bytes do not depend on which they are. */
    void write(ArchivePlan plan, DeflatedContents ahead) {
        try {
            new AtomicFile(plan.file()).write(temporary -> writeTo(temporary, plan, ahead));
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.environment(
                                    "the archive of '" + plan.name() + "' cannot be written: "
                                            + SafeText.of(String.valueOf(e.getMessage())),
                                    "see that its folder is writable and its disk has room, then build again")
                            .at(SafeText.of(plan.file().toString())),
                    e);
        }
    }

    // a file, unlike a stream, lets sizes be filled in afterwards: no data descriptors
    private static void writeTo(Path file, ArchivePlan plan, DeflatedContents ahead) throws IOException {
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(file)) {
            for (PlannedEntry entry : plan.entries()) {
                Optional<Deflated> deflated = ahead.find(entry.source());
                if (deflated.isPresent()) {
                    copy(entry, deflated.get(), zip);
                } else {
                    deflate(entry, zip);
                }
            }
        }
    }

    private static void deflate(PlannedEntry entry, ZipArchiveOutputStream zip) throws IOException {
        ZipArchiveEntry header = header(entry);
        // a known size keeps the ZIP64 field away
        header.setSize(entry.source().size());
        zip.putArchiveEntry(header);
        try (InputStream in = entry.source().open()) {
            in.transferTo(zip);
        }
        zip.closeArchiveEntry();
    }

    private static void copy(PlannedEntry entry, Deflated deflated, ZipArchiveOutputStream zip) throws IOException {
        ZipArchiveEntry header = header(entry);
        header.setMethod(ZipEntry.DEFLATED);
        header.setSize(deflated.size());
        header.setCompressedSize(Files.size(deflated.file()));
        header.setCrc(deflated.crc());
        try (InputStream in = Files.newInputStream(deflated.file())) {
            zip.addRawArchiveEntry(header, in);
        }
    }

    private static ZipArchiveEntry header(PlannedEntry entry) {
        ZipArchiveEntry header = new ZipArchiveEntry(entry.path().text());
        header.setTimeLocal(TIME);
        header.setUnixMode(entry.mode().bits());
        return header;
    }
}
