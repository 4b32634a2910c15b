package io.github.lambdabootstrap.archive;

import io.github.lambdabootstrap.archive.DeflatedContents.Deflated;
import io.github.lambdabootstrap.model.AtomicFile;
import io.github.lambdabootstrap.problem.Problem;
import io.github.lambdabootstrap.problem.ProblemException;
import io.github.lambdabootstrap.problem.SafeText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/**
 * Writes a planned archive; equal plans give equal bytes, whatever the JDK, number of cores, clock, zone, locale, umask,
 * user, folder or file system. Memory does not grow with the size of a file.
 */
final class ArchiveWriter {

    // local, because a zip has no zone: setTime(long) would shift it by that of this machine
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    /**
     * Writes the archive beside its target and moves it there; on any failure the target is as it was.
     *
     * @param contents has those of this plan
     * @throws ProblemException when the target cannot be written
     */
    void write(ArchivePlan plan, DeflatedContents contents) {
        try {
            new AtomicFile(plan.file()).write(temporary -> writeTo(temporary, plan, contents));
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
    private static void writeTo(Path file, ArchivePlan plan, DeflatedContents contents) throws IOException {
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(file)) {
            for (PlannedEntry entry : plan.entries()) {
                Deflated content = contents.of(entry.source());
                try (InputStream in = contents.open(content)) {
                    zip.addRawArchiveEntry(header(entry, content), in);
                }
            }
        }
    }

    private static ZipArchiveEntry header(PlannedEntry entry, Deflated content) {
        ZipArchiveEntry header = new ZipArchiveEntry(entry.path().text());
        header.setTimeLocal(TIME);
        header.setUnixMode(entry.mode().bits());
        header.setMethod(ZipEntry.DEFLATED);
        header.setSize(content.size());
        header.setCompressedSize(content.compressedSize());
        header.setCrc(content.crc());
        return header;
    }
}
