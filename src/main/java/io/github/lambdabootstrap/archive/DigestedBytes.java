package io.github.lambdabootstrap.archive;

import io.github.lambdabootstrap.model.Sha256;
import java.io.IOException;
import java.security.MessageDigest;

/**
 * Bytes whose digest is computed while they are read, so that a file is read once. A reader that moves forward costs
 * nothing more; gaps are read for the digest, and what is read twice counts once.
 */
final class DigestedBytes implements FileBytes {

    private static final int GAP = 64 * 1024;

    private final FileBytes bytes;
    private final MessageDigest digest = Sha256.digest();
    private long digested;

    DigestedBytes(FileBytes bytes) {
        this.bytes = bytes;
    }

    @Override
    public int read(long position, byte[] into) throws IOException {
        digestTo(position);
        int count = bytes.read(position, into);
        // beyond the end there is nothing, and nothing is digested
        if (count > 0 && position + count > digested) {
            int seen = (int) (digested - position);
            digest.update(into, seen, count - seen);
            digested = position + count;
        }
        return count;
    }

    /** The digest of everything up to the end of the bytes; the end of this object's use. */
    Sha256 sha256() throws IOException {
        digestTo(Long.MAX_VALUE);
        return Sha256.of(digest);
    }

    private void digestTo(long position) throws IOException {
        if (digested >= position) {
            return;
        }
        byte[] gap = new byte[(int) Math.min(GAP, position - digested)];
        while (digested < position) {
            int count = (int) Math.min(bytes.read(digested, gap), position - digested);
            if (count == 0) {
                return;
            }
            digest.update(gap, 0, count);
            digested += count;
        }
    }
}
