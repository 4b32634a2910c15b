package io.github.lambdabootstrap.gate;

import io.github.lambdabootstrap.model.ByteSize;
import io.github.lambdabootstrap.model.Sha256;
import java.nio.file.Path;

/**
 * An archive that the gate let pass, pinned to the bytes that it judged. Only the gate makes one, so whoever holds one
 * holds a proof.
 */
public final class VerifiedArchive {

    private final Path path;
    private final Sha256 sha256;
    private final ByteSize size;

    VerifiedArchive(Path path, Sha256 sha256, ByteSize size) {
        this.path = path;
        this.sha256 = sha256;
        this.size = size;
    }

    /** Absolute. */
    public Path path() {
        return path;
    }

    /** Of the bytes that were judged; whoever sends the file compares it with what it sends. */
    public Sha256 sha256() {
        return sha256;
    }

    public ByteSize size() {
        return size;
    }

    @Override
    public String toString() {
        return path + " (sha256 " + sha256.abbreviated() + ")";
    }
}
