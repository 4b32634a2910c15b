package io.github.lambdabootstrap.rules;

import io.github.lambdabootstrap.archive.ArchiveIntegrity;
import io.github.lambdabootstrap.archive.LambdaArchive;
import io.github.lambdabootstrap.archive.Lookup;
import java.util.List;
import java.util.Optional;

/**
 * All that rules may know of an archive.
 *
 * @param archive its entries; their content has been looked at already
 * @param expectation what it is meant for
 * @param layers what lies beside it
 * @param integrity what a pass over all its bytes found
 * @param bootstrap where {@code /var/task/bootstrap} leads
 * @param programs what Lambda starts: the bootstrap first, then what its script starts, or as a shim is asked for; none
 *     when nothing is found, or the archive is a placeholder
 * @param dispatch what the bootstrap starts by name; empty when it is not a shim that is known
 * @param others the formats of all other files
 */
public record ArchiveUnderTest(
        LambdaArchive archive,
        Expectation expectation,
        Layers layers,
        ArchiveIntegrity integrity,
        Lookup bootstrap,
        List<Program> programs,
        Optional<Dispatch> dispatch,
        EntryFormats others) {

    public ArchiveUnderTest {
        programs = List.copyOf(programs);
        others = others.copy();
    }

    /** What Lambda itself starts. */
    public Optional<Program> entrypoint() {
        return programs.stream().findFirst();
    }

    /** The same archive, as if a program were all that it starts. */
    public ArchiveUnderTest startingOnly(Program program) {
        return new ArchiveUnderTest(
                archive, expectation, layers, integrity, bootstrap, List.of(program), Optional.empty(), others);
    }
}
