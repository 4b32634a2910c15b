package io.github.lambdabootstrap.archive;

import java.io.IOException;

/** Bytes that can be read at any position. */
@FunctionalInterface
interface FileBytes {

    /** Fills the array from a position on, as far as there are bytes, and says how many there were. */
    int read(long position, byte[] into) throws IOException;
}
