package io.github.lambdabootstrap.elf;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes Go's build info in its two forms. */
final class ElfFixtureBuildInfo {

    private final ElfOutput out;
    private final long shift;

    /** The shift is what turns an offset into an address. */
    ElfFixtureBuildInfo(ElfOutput out, long shift) {
        this.out = out;
        this.shift = shift;
    }

    /** Two texts behind the header; the result is where it begins. */
    int inline(GoBuildInfoFixture info) {
        int at = header(8, 2);
        out.skip(16);
        for (byte[] string : List.of(utf8(info.goVersion()), info.modinfo())) {
            int length = string.length;
            while (length >= 0x80) {
                out.buffer.put((byte) (length | 0x80));
                length >>>= 7;
            }
            out.buffer.put((byte) length).put(string);
        }
        return at;
    }

    /** Two pointers in the header; the result is where it begins. */
    int pointers(GoBuildInfoFixture info) {
        int version = goString(utf8(info.goVersion()));
        int modinfo = goString(info.modinfo());
        int at = header(out.layout.wordSize(), out.layout.littleEndian() ? 0 : 1);
        out.word(shift + version);
        out.word(shift + modinfo);
        return at;
    }

    private int header(int pointerSize, int flags) {
        int at = out.aligned("\u00ff Go buildinf:".getBytes(StandardCharsets.ISO_8859_1));
        out.buffer.put((byte) pointerSize).put((byte) flags);
        return at;
    }

    private int goString(byte[] string) {
        int data = out.aligned(string);
        int at = out.align();
        out.word(shift + data);
        out.word(string.length);
        return at;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
