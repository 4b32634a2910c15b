package io.github.lambdabootstrap.elf;

/**
 * The bytes of {@code e_ident} that say for whom the file is; the kernel tests none of them.
 *
 * @param eiClass 1 for 32-bit, 2 for 64-bit
 * @param eiData 1 for little-endian, 2 for big-endian
 * @param eiOsabi the operating system; 0 and 3 are both normal on Linux
 */
public record ElfIdent(int eiClass, int eiData, int eiOsabi) {

    static final int EI_CLASS = 4;
    static final int EI_DATA = 5;
    static final int EI_OSABI = 7;

    static ElfIdent parse(byte[] header) {
        return new ElfIdent(header[EI_CLASS] & 0xff, header[EI_DATA] & 0xff, header[EI_OSABI] & 0xff);
    }
}
