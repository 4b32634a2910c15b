package io.github.lambdabootstrap.elf;

import java.nio.ByteBuffer;

/**
 * A program header ({@code Elf32_Phdr}, {@code Elf64_Phdr}): a part of the file and the address it gets.
 *
 * @param pType one of the {@code PT_} constants, or another number
 * @param pFlags bit set of {@link #PF_X}, {@link #PF_W} and 4 for readable
 * @param pOffset where the part begins in the file, unsigned
 * @param pVaddr the address of its first byte, unsigned
 * @param pFilesz its bytes in the file, unsigned
 * @param pMemsz its bytes in memory, unsigned
 */
public record ProgramHeader(int pType, int pFlags, long pOffset, long pVaddr, long pFilesz, long pMemsz) {

    public static final int PT_LOAD = 1;
    public static final int PT_DYNAMIC = 2;
    public static final int PT_INTERP = 3;
    public static final int PT_NOTE = 4;
    public static final int PT_GNU_PROPERTY = 0x6474e553;

    public static final int PF_X = 1;
    public static final int PF_W = 2;

    /** Reads one record at the buffer's position. */
    static ProgramHeader parse(ElfLayout layout, ByteBuffer in) {
        int type = in.getInt();
        int flags = layout.is64Bit() ? in.getInt() : 0;
        long offset = layout.word(in);
        long vaddr = layout.word(in);
        layout.word(in); // p_paddr has no meaning on Linux
        long filesz = layout.word(in);
        long memsz = layout.word(in);
        flags = layout.is64Bit() ? flags : in.getInt();
        layout.word(in); // p_align
        return new ProgramHeader(type, flags, offset, vaddr, filesz, memsz);
    }

    public boolean isLoad() {
        return pType == PT_LOAD;
    }

    public boolean isWritable() {
        return (pFlags & PF_W) != 0;
    }

    /** Whether the file ends before this part does. */
    public boolean isTruncatedIn(long fileSize) {
        return Long.compareUnsigned(pOffset, fileSize) > 0 || Long.compareUnsigned(pFilesz, fileSize - pOffset) > 0;
    }

    /** Whether this byte of the file belongs to the part. */
    boolean holdsOffset(long offset) {
        return Long.compareUnsigned(offset - pOffset, pFilesz) < 0;
    }

    /** Whether the file has the byte at this address, and in this part. */
    boolean holdsAddress(long vaddr) {
        return Long.compareUnsigned(vaddr - pVaddr, pFilesz) < 0;
    }
}
