package io.github.lambdabootstrap.elf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How the numbers of an ELF file lie in it.
 *
 * @param is64Bit whether addresses have 8 bytes, else 4
 * @param littleEndian whether the least significant byte comes first
 */
public record ElfLayout(boolean is64Bit, boolean littleEndian) {

    private static final int E_MACHINE = 18;
    private static final int E_PHENTSIZE_64 = 54;

    /** The layout that the kernel reads the file in, whatever {@code e_ident} claims. */
    static ElfLayout of(byte[] header) {
        // Linux tests neither EI_CLASS nor EI_DATA: what is a 64-bit file for Lambda's two machines when read as one,
        // with program headers of the right size, starts.
        ByteBuffer as64 = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN);
        int machine = as64.getShort(E_MACHINE);
        boolean known = machine == ElfMachine.EM_X86_64 || machine == ElfMachine.EM_AARCH64;
        if (known && as64.getShort(E_PHENTSIZE_64) == new ElfLayout(true, true).programHeaderSize()) {
            return new ElfLayout(true, true);
        }
        return new ElfLayout(header[ElfIdent.EI_CLASS] == 2, header[ElfIdent.EI_DATA] != 2);
    }

    ByteOrder order() {
        return littleEndian ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    }

    ByteBuffer view(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(order());
    }

    /** The next address, offset or size, advancing the buffer. */
    long word(ByteBuffer buffer) {
        return is64Bit ? buffer.getLong() : Integer.toUnsignedLong(buffer.getInt());
    }

    int wordSize() {
        return is64Bit ? 8 : 4;
    }

    int headerSize() {
        return is64Bit ? 64 : 52;
    }

    int programHeaderSize() {
        return is64Bit ? 56 : 32;
    }

    int sectionHeaderSize() {
        return is64Bit ? 64 : 40;
    }
}
