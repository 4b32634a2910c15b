package io.github.lambdabootstrap.elf;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/** What a file is by its first bytes, as far as it matters to a kernel that is asked to start it. */
public enum FileFormat {
    EMPTY("empty", "an empty file", "\\z"),
    ELF("elf", "an ELF file", "\\x7fELF"),
    SCRIPT("script", "a script", "#!"),
    // A Java class and a fat Mach-O begin alike. Behind the magic stands the class file version, 45 or more even for
    // Java 1.0, or else a small number of architectures.
    JAVA_CLASS("java-class", "a Java class file", "\\xca\\xfe\\xba\\xbe(?!\\x00{3}[\\x00-\\x2c])"),
    MACH_O(
            "mach-o",
            "a macOS (Mach-O) executable",
            "\\xfe\\xed\\xfa[\\xce\\xcf]|[\\xce\\xcf]\\xfa\\xed\\xfe|\\xca\\xfe\\xba[\\xbe\\xbf]"),
    PE("pe", "a Windows (PE) executable", "MZ"),
    AR("ar", "an ar archive of object files", "!<(arch|thin)>\\n"),
    WASM("wasm", "a WebAssembly module", "\\x00asm"),
    ZIP("zip", "a zip archive", "PK(\\x03\\x04|\\x05\\x06|\\x07\\x08)"),
    GZIP("gzip", "a gzip file (.gz or .tar.gz)", "\\x1f\\x8b"),
    TAR("tar", "a tar archive", ".{257}ustar"),
    XZ("xz", "an xz file", "\\xfd7zXZ\\x00"),
    BZIP2("bzip2", "a bzip2 file", "BZh[1-9]"),
    ZSTD("zstd", "a zstd file", "\\x28\\xb5\\x2f\\xfd"),
    SEVEN_ZIP("7z", "a 7-Zip archive", "7z\\xbc\\xaf\\x27\\x1c"),
    /** A byte order mark before {@code #!}: the kernel then does not see the {@code #!}. */
    SCRIPT_AFTER_BOM(
            "script-after-bom",
            "a script behind a byte order mark",
            "\\xef\\xbb\\xbf#!|\\xff\\xfe#\\x00!\\x00|\\xfe\\xff\\x00#\\x00!"),
    TEXT("text", "text without a '#!' line", "[\\t\\n\\f\\r\\x1b\\x20-\\x7e\\x80-\\xff]+\\z"),
    UNKNOWN("unknown", "data in no known executable format", "");

    /** So many first bytes decide every format. */
    public static final int HEAD_LENGTH = 512;

    private final String id;
    private final String description;
    private final Pattern beginning;

    FileFormat(String id, String description, String beginning) {
        this.id = id;
        this.description = description;
        this.beginning = Pattern.compile(beginning, Pattern.DOTALL);
    }

    /**
     * The format of a file that begins with these bytes.
     *
     * @param head the first {@link #HEAD_LENGTH} bytes, or all when the file has fewer; more are not looked at
     */
    public static FileFormat of(byte[] head) {
        // one character for each byte, so that patterns can speak of bytes
        String text = new String(head, 0, Math.min(head.length, HEAD_LENGTH), StandardCharsets.ISO_8859_1);
        return Arrays.stream(values())
                .filter(format -> format.beginning.matcher(text).lookingAt())
                .findFirst()
                .orElse(UNKNOWN);
    }

    /** The name in {@code verify.json}. */
    public String id() {
        return id;
    }

    /** The format in words that fit behind "is", with its article. */
    public String description() {
        return description;
    }
}
