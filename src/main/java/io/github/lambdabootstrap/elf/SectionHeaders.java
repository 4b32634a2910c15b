package io.github.lambdabootstrap.elf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.OptionalLong;

/** Finds a section by its name. Nothing that runs a program reads sections, so they are a hint at most. */
final class SectionHeaders {

    private static final int MAX_BYTES = 1 << 18;
    private static final int MAX_NAMES = 1 << 16;

    private final ElfImage image;
    private final ElfHeader header;

    SectionHeaders(ElfImage image, ElfHeader header) {
        this.image = image;
        this.header = header;
    }

    /** Where in the file the section of this name begins. */
    OptionalLong offsetOf(String name) throws IOException {
        ElfHeader.Table table = header.sectionHeaders();
        int size = header.layout().sectionHeaderSize();
        long length = (long) size * table.count();
        if (!header.hasSectionHeaders() || table.entrySize() != size || length > MAX_BYTES) {
            return OptionalLong.empty();
        }
        ByteBuffer sections = image.read(table.offset(), (int) length);
        int namesSection = size * header.eShstrndx();
        if (sections.limit() < length || namesSection >= length) {
            return OptionalLong.empty();
        }
        byte[] names = image.bytes(offset(sections, namesSection), MAX_NAMES);
        for (int at = 0; at < length; at += size) {
            if (isNamed(name, names, sections.getInt(at))) {
                return OptionalLong.of(offset(sections, at));
            }
        }
        return OptionalLong.empty();
    }

    // sh_offset stands behind sh_name, sh_type (4 bytes each), sh_flags and sh_addr (a word each)
    private long offset(ByteBuffer sections, int at) {
        return header.layout()
                .word(sections.duplicate()
                        .order(sections.order())
                        .position(at + 8 + 2 * header.layout().wordSize()));
    }

    private static boolean isNamed(String name, byte[] names, int at) {
        BytePattern terminated = BytePattern.of(name + "\0");
        return at >= 0 && at < names.length && terminated.isAt(names, at, names.length);
    }
}
