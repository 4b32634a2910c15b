package io.github.lambdabootstrap.archive;

import java.util.concurrent.ThreadLocalRandom;

/**
 * A hash of paths that can be taken from every start of a path in one go. Its base is drawn for each archive: nobody can
 * write an archive whose paths collide.
 */
final class PathHash {

    /** A Mersenne prime: what is beyond its 61 bits is added to those within. */
    private static final long PRIME = (1L << 61) - 1;

    private final long base = ThreadLocalRandom.current().nextLong(1L << 32, PRIME);

    /** The hash of no characters. */
    static final long NONE = 1;

    long of(String path) {
        long hash = NONE;
        for (int i = 0; i < path.length(); i++) {
            hash = next(hash, path.charAt(i));
        }
        return hash;
    }

    /** The hash of a text that is longer by one character. */
    long next(long hash, char more) {
        long low = hash * base;
        long high = Math.multiplyHigh(hash, base);
        long sum = (low & PRIME) + ((low >>> 61) | (high << 3)) + more + 1;
        long folded = (sum & PRIME) + (sum >>> 61);
        return folded >= PRIME ? folded - PRIME : folded;
    }
}
