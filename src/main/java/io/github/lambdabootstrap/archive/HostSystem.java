package io.github.lambdabootstrap.archive;

/**
 * The system whose file attributes an entry carries: the upper byte of "version made by", APPNOTE 4.4.2.
 *
 * @param code 0 to 255
 */
public record HostSystem(int code) {

    public static final HostSystem FAT = new HostSystem(0);
    public static final HostSystem UNIX = new HostSystem(3);
    public static final HostSystem DARWIN = new HostSystem(19);

    public HostSystem {
        if (code < 0 || code > 0xFF) {
            throw new IllegalArgumentException("a host system is one byte: " + code);
        }
    }

    /** Whether the upper half of the external attributes is a Unix mode. */
    public boolean carriesUnixModes() {
        return equals(UNIX) || equals(DARWIN);
    }

    /** The name that APPNOTE gives it. */
    @Override
    public String toString() {
        return switch (code) {
            case 0 -> "MS-DOS (FAT)";
            case 3 -> "Unix";
            case 7 -> "Macintosh";
            case 10 -> "Windows NTFS";
            case 11 -> "MVS";
            case 14 -> "VFAT";
            case 19 -> "macOS (Darwin)";
            default -> "system " + code;
        };
    }
}
