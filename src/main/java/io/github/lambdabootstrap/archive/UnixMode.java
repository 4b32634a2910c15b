package io.github.lambdabootstrap.archive;

/**
 * The Unix mode of an entry, as in {@code stat.h}: type bits and permission bits.
 *
 * @param bits 16 bits; the four highest are the file type and may be 0
 */
public record UnixMode(int bits) {

    private static final int MASK = 0xFFFF;
    private static final int TYPE = 0170000;
    private static final int PERMISSIONS = 07777;

    public UnixMode {
        if ((bits & ~MASK) != 0) {
            throw new IllegalArgumentException("a mode has 16 bits: " + bits);
        }
    }

    /** The file type bits, {@code S_IFMT}; 0 when the writer left them out. */
    public int typeBits() {
        return bits & TYPE;
    }

    /** The permission bits with set-id and sticky bits. */
    public int permissions() {
        return bits & PERMISSIONS;
    }

    public boolean ownerMayRead() {
        return (bits & 0400) != 0;
    }

    /** Lambda starts functions as a user that owns none of the files, so these bits decide. */
    public boolean othersMayRead() {
        return (bits & 04) != 0;
    }

    /** See {@link #othersMayRead}; for a directory this is the right to pass through it. */
    public boolean othersMayExecute() {
        return (bits & 01) != 0;
    }

    /** Four octal digits, as in {@code 0755}. */
    @Override
    public String toString() {
        return String.format("%04o", permissions());
    }
}
