package io.github.lambdabootstrap.archive.deflate;

/** A length and a distance in one int, since the search must not allocate. */
final class Match {

    private static final int LENGTH_SHIFT = 16;
    private static final int DISTANCE_MASK = 0xFFFF;

    private Match() {}

    static int of(int length, int distance) {
        return length << LENGTH_SHIFT | distance;
    }

    static int length(int match) {
        return match >>> LENGTH_SHIFT;
    }

    static int distance(int match) {
        return match & DISTANCE_MASK;
    }
}
