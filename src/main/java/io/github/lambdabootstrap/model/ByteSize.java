package io.github.lambdabootstrap.model;

import java.util.Locale;

/**
 * A number of bytes that prints as people read it: {@code 812 B}, {@code 3.1 MiB}.
 *
 * @param bytes not negative
 */
public record ByteSize(long bytes) implements Comparable<ByteSize> {

    private static final long STEP = 1024;
    private static final String[] UNITS = {"KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};

    public ByteSize {
        if (bytes < 0) {
            throw new IllegalArgumentException("negative size: " + bytes);
        }
    }

    @Override
    public int compareTo(ByteSize other) {
        return Long.compare(bytes, other.bytes);
    }

    @Override
    public String toString() {
        if (bytes < STEP) {
            return bytes + " B";
        }
        double value = bytes / (double) STEP;
        int unit = 0;
        while (value >= STEP) {
            value /= STEP;
            unit++;
        }
        return String.format(Locale.ROOT, "%.1f %s", value, UNITS[unit]);
    }
}
