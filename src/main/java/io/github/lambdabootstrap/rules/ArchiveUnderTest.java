package io.github.lambdabootstrap.rules;

import io.github.lambdabootstrap.archive.ArchiveEntry;
import io.github.lambdabootstrap.archive.ArchiveIntegrity;
import io.github.lambdabootstrap.archive.LambdaArchive;
import io.github.lambdabootstrap.archive.Lookup;
import io.github.lambdabootstrap.elf.FileFormat;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that rules may know of an archive.
 *
 * @param archive its entries; their content has been looked at already
 * @param expectation what it is meant for
 * @param layers what lies beside it
 * @param integrity what a pass over all its bytes found
 * @param bootstrap where {@code /var/task/bootstrap} leads
 * @param programs what Lambda starts: the bootstrap first, then what its script starts; none when nothing is found, or
 *     the archive is a placeholder
 * @param others the formats of all other files, in the order of their data; of a file that cannot be read, nothing
 */
public record ArchiveUnderTest(
        LambdaArchive archive,
        Expectation expectation,
        Layers layers,
        ArchiveIntegrity integrity,
        Lookup bootstrap,
        List<Program> programs,
        Map<ArchiveEntry, FileFormat> others) {

    public ArchiveUnderTest {
        programs = List.copyOf(programs);
        others = Collections.unmodifiableMap(new LinkedHashMap<>(others));
    }

    /** What Lambda itself starts. */
    public Optional<Program> entrypoint() {
        return programs.stream().findFirst();
    }
}
