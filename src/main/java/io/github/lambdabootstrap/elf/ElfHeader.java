package io.github.lambdabootstrap.elf;

import io.github.lambdabootstrap.model.Architecture;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * The file header ({@code Elf32_Ehdr}, {@code Elf64_Ehdr}).
 *
 * @param eIdent the identification bytes as they are
 * @param layout how the numbers below were read
 * @param eType one of the {@code ET_} constants, or another number
 * @param machine the processor that the code is for
 * @param eEntry virtual address of the first instruction
 * @param programHeaders where the program headers are ({@code e_phoff}, {@code e_phentsize}, {@code e_phnum})
 * @param sectionHeaders where the section headers are ({@code e_shoff}, {@code e_shentsize}, {@code e_shnum})
 * @param eShstrndx index of the section that names the sections
 */
public record ElfHeader(
        ElfIdent eIdent,
        ElfLayout layout,
        int eType,
        ElfMachine machine,
        long eEntry,
        Table programHeaders,
        Table sectionHeaders,
        int eShstrndx) {

    public static final int ET_REL = 1;
    public static final int ET_EXEC = 2;
    public static final int ET_DYN = 3;
    public static final int ET_CORE = 4;

    /** So many bytes hold the header in either class. */
    static final int LENGTH = 64;

    /**
     * A table of equal records.
     *
     * @param offset where it begins in the file, unsigned
     * @param entrySize bytes of a record, as claimed
     * @param count number of records, as claimed
     */
    public record Table(long offset, int entrySize, int count) {}

    /** Reads exactly {@link #LENGTH} bytes, zeros where the file was shorter. */
    static ElfHeader parse(byte[] header) {
        ElfLayout layout = ElfLayout.of(header);
        ByteBuffer in = layout.view(header).position(16);
        int type = unsigned(in);
        int machine = unsigned(in);
        in.getInt(); // e_version: the kernel ignores it
        long entry = layout.word(in);
        long phoff = layout.word(in);
        long shoff = layout.word(in);
        in.getInt(); // e_flags
        in.getShort(); // e_ehsize
        Table segments = new Table(phoff, unsigned(in), unsigned(in));
        Table sections = new Table(shoff, unsigned(in), unsigned(in));
        return new ElfHeader(
                ElfIdent.parse(header), layout, type, new ElfMachine(machine), entry, segments, sections, unsigned(in));
    }

    /** The architecture, when Lambda has it. */
    public Optional<Architecture> architecture() {
        return machine.architecture();
    }

    /** Whether the file has section headers at all; packers and some strippers remove them. */
    public boolean hasSectionHeaders() {
        return sectionHeaders.offset() != 0 && sectionHeaders.count() != 0;
    }

    /** The file type in words that fit behind "is", with its article. */
    public String typeDescription() {
        return switch (eType) {
            case ET_REL -> "an object file (.o)";
            case ET_EXEC -> "an executable";
            case ET_DYN -> "a position-independent executable or shared library";
            case ET_CORE -> "a core dump";
            default -> "an ELF file of type " + eType;
        };
    }

    private static int unsigned(ByteBuffer in) {
        return Short.toUnsignedInt(in.getShort());
    }
}
