package io.github.lambdabootstrap.elf;

import io.github.lambdabootstrap.model.ByteSource;
import java.io.IOException;
import java.util.List;

/**
 * Looks for what may lie anywhere in an executable while its content passes by once, so that it can share the pass
 * that checks the archive's CRC. Not for use by several threads.
 */
public final class ContentScan implements ByteSource.Sink {

    @Override
    public void accept(byte[] buffer, int length) {}

    /** What was found in all that passed by. */
    public ContentFacts facts() {
        return new ContentFacts(false, false, List.of());
    }

    /** Lets all of a source pass by. */
    public static ContentFacts of(ByteSource source) throws IOException {
        ContentScan scan = new ContentScan();
        source.transferTo(scan);
        return scan.facts();
    }
}
