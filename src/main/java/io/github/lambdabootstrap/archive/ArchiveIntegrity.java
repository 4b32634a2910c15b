package io.github.lambdabootstrap.archive;

import io.github.lambdabootstrap.model.Sha256;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * What one pass over all bytes of an archive found.
 *
 * @param sha256 of the whole file
 * @param faults in the order of the entries' data, those beyond a thousand without their details; empty when every entry is what its headers say. Entries that are
 *     encrypted or of another method than stored and deflated are not among them: their content cannot be told
 */
public record ArchiveIntegrity(Sha256 sha256, List<EntryFault> faults) {

    public ArchiveIntegrity {
        Objects.requireNonNull(sha256);
        faults = Collections.unmodifiableList(faults);
    }
}
