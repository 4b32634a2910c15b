package io.github.lambdabootstrap.archive;

import io.github.lambdabootstrap.archive.UnreadableArchive.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * What the first bytes of a file say about it.
 *
 * @param kind what it is; a zip is a truncated one here, as only a file without an end record is asked for
 * @param detail what was seen
 */
record FileSignature(Kind kind, String detail) {

    private static final int HEAD = 64 * 1024;
    private static final int SHOWN = 8;
    private static final int TAR_MAGIC = 257;

    private record Magic(String hex, Kind kind) {}

    private static final List<Magic> MAGICS = List.of(
            new Magic("504b0708", Kind.SPLIT_ZIP),
            new Magic("504b3030504b0304", Kind.TRUNCATED_ZIP),
            new Magic("504b0304", Kind.TRUNCATED_ZIP),
            new Magic("504b0102", Kind.TRUNCATED_ZIP),
            new Magic("504b0506", Kind.TRUNCATED_ZIP),
            new Magic("7f454c46", Kind.ELF),
            new Magic("feedface", Kind.MACH_O),
            new Magic("feedfacf", Kind.MACH_O),
            new Magic("cefaedfe", Kind.MACH_O),
            new Magic("cffaedfe", Kind.MACH_O),
            new Magic("4d5a", Kind.PE),
            new Magic("2321", Kind.SCRIPT),
            new Magic("425a68", Kind.BZIP2),
            new Magic("fd377a585a00", Kind.XZ),
            new Magic("28b52ffd", Kind.ZSTD),
            new Magic("377abcaf271c", Kind.SEVEN_ZIP),
            new Magic("526172211a07", Kind.RAR),
            new Magic("213c617263683e0a", Kind.AR),
            // "PK" and the first bytes of a local header in base64
            new Magic(HexFormat.of().formatHex("UEsDB".getBytes(StandardCharsets.US_ASCII)), Kind.BASE64_ZIP),
            new Magic(
                    HexFormat.of().formatHex("version https://git-lfs".getBytes(StandardCharsets.US_ASCII)),
                    Kind.GIT_LFS_POINTER));

    static FileSignature of(ByteWindow window) throws IOException {
        byte[] head = window.at(0, HEAD).array();
        String start = HexFormat.of().formatHex(head, 0, Math.min(SHOWN, head.length));
        return new FileSignature(kind(head), "it starts with the bytes " + start);
    }

    boolean isZip() {
        return kind == Kind.TRUNCATED_ZIP || kind == Kind.SPLIT_ZIP;
    }

    private static Kind kind(byte[] head) {
        String hex = HexFormat.of().formatHex(head, 0, Math.min(32, head.length));
        if (hex.startsWith("1f8b")) {
            return isTar(inflated(head)) ? Kind.TAR_GZIP : Kind.GZIP;
        }
        if (isTar(head)) {
            return Kind.TAR;
        }
        return MAGICS.stream()
                .filter(magic -> hex.startsWith(magic.hex))
                .map(Magic::kind)
                .findFirst()
                .orElse(otherwise(head, hex));
    }

    private static Kind otherwise(byte[] head, String hex) {
        if (hex.startsWith("cafebabe")) {
            // a Java class has its version there, a universal Mach-O the small number of its parts
            return head.length >= 8 && head[6] == 0 && head[7] < 40 ? Kind.MACH_O : Kind.UNKNOWN;
        }
        String text = new String(head, 0, Math.min(SHOWN, head.length), StandardCharsets.US_ASCII).strip();
        return text.startsWith("<?xml") || text.startsWith("<!") || text.startsWith("<html")
                ? Kind.MARKUP
                : Kind.UNKNOWN;
    }

    private static boolean isTar(byte[] bytes) {
        byte[] magic = "ustar".getBytes(StandardCharsets.US_ASCII);
        return bytes.length >= TAR_MAGIC + magic.length
                && Arrays.equals(bytes, TAR_MAGIC, TAR_MAGIC + magic.length, magic, 0, magic.length);
    }

    private static byte[] inflated(byte[] gzip) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
            return in.readNBytes(TAR_MAGIC + SHOWN);
        } catch (IOException e) {
            // damaged gzip data are gzip data still
            return new byte[0];
        }
    }
}
