package io.github.lambdabootstrap.elf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/** Reads {@code .note.gnu.property}: what the program asks of the processor. */
final class GnuProperties {

    private static final int MAX_BYTES = 1 << 12;
    private static final int MAX_NOTES = 8;
    private static final int NT_GNU_PROPERTY_TYPE_0 = 5;
    private static final int GNU = 0x00554e47; // "GNU" and a zero byte, little-endian
    private static final int GNU_PROPERTY_X86_ISA_1_NEEDED = 0xc0008002;

    private GnuProperties() {}

    /** The bits of {@code GNU_PROPERTY_X86_ISA_1_NEEDED}; 0 without it. */
    static int x86IsaNeeded(ElfImage image) throws IOException {
        List<ProgramHeader> parts = image.all(ProgramHeader.PT_GNU_PROPERTY);
        if (parts.isEmpty()) {
            parts = image.all(ProgramHeader.PT_NOTE);
        }
        int bits = 0;
        for (ProgramHeader part : parts.subList(0, Math.min(parts.size(), MAX_NOTES))) {
            bits |= notes(
                    image.layout().view(image.bytes(part, MAX_BYTES)),
                    image.layout().wordSize());
        }
        return bits;
    }

    private static int notes(ByteBuffer in, int align) {
        int bits = 0;
        while (in.remaining() >= 12) {
            int namesz = in.getInt();
            int descsz = in.getInt();
            int type = in.getInt();
            boolean fits = namesz >= 0 && descsz >= 0 && padded(namesz, 4) + padded(descsz, align) <= in.remaining();
            if (!fits) {
                return bits;
            }
            int desc = in.position() + (int) padded(namesz, 4);
            if (type == NT_GNU_PROPERTY_TYPE_0 && namesz == 4 && in.getInt(in.position()) == GNU) {
                bits |= properties(in.slice(desc, descsz).order(in.order()), align);
            }
            in.position(desc + (int) padded(descsz, align));
        }
        return bits;
    }

    private static int properties(ByteBuffer in, int align) {
        while (in.remaining() >= 12) {
            int type = in.getInt();
            int size = in.getInt();
            if (type == GNU_PROPERTY_X86_ISA_1_NEEDED && size == 4) {
                return in.getInt();
            }
            if (size < 0 || padded(size, align) > in.remaining()) {
                return 0;
            }
            in.position(in.position() + (int) padded(size, align));
        }
        return 0;
    }

    private static long padded(int size, int align) {
        return ((long) size + align - 1) / align * align;
    }
}
