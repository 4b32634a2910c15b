package io.github.lambdabootstrap.elf;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Lays out the file that an {@link ElfFixture} describes: headers, a read-only segment, a writable one, sections. */
final class ElfFixtureWriter {

    private static final int MAX_PROGRAM_HEADERS = 8;

    // the writable segment lies elsewhere in memory than in the file, by whole pages
    private static final long DATA_SHIFT = 0x200000;

    private static final int PT_PHDR = 6;
    private static final int READ = 4;
    private static final int SECTION_OF_NAMES = 3;

    private final ElfFixture elf;
    private final ElfLayout layout;
    private final ElfOutput out;
    private final List<ProgramHeader> programHeaders = new ArrayList<>();
    private final int tableEnd;
    private int entryAt;
    private int buildInfoAt;

    ElfFixtureWriter(ElfFixture elf) {
        this.elf = elf;
        this.layout = elf.layout;
        this.out = new ElfOutput(layout);
        this.tableEnd = layout.headerSize() + MAX_PROGRAM_HEADERS * layout.programHeaderSize();
    }

    byte[] bytes() {
        out.position(tableEnd);
        readOnlySegment();
        int dataAt = out.align();
        writableSegment();
        int dataEnd = out.align();
        programHeaders.add(0, header(ProgramHeader.PT_LOAD, READ | ProgramHeader.PF_X, new long[] {0, dataAt, 0}));
        programHeaders.add(
                1, header(ProgramHeader.PT_LOAD, READ | ProgramHeader.PF_W, new long[] {dataAt, dataEnd, DATA_SHIFT}));
        if (!elf.hasSegments) {
            programHeaders.clear();
        }
        int sectionsAt = elf.hasSections ? sections() : 0;
        int end = out.position();
        header(sectionsAt);
        programHeaders();
        return out.bytes(end);
    }

    private void readOnlySegment() {
        if (!elf.interpreter.isEmpty()) {
            int at = out.aligned(elf.interpreter + "\0");
            part(PT_PHDR, layout.headerSize(), tableEnd, 0);
            part(ProgramHeader.PT_INTERP, at, out.position(), 0);
        }
        if (elf.x86IsaNeeded != 0) {
            int at = out.align();
            int padding = layout.is64Bit() ? 4 : 0;
            out.buffer.putInt(4).putInt(12 + padding).putInt(5).put(new byte[] {'G', 'N', 'U', 0});
            out.buffer.putInt(0xc0008002).putInt(4).putInt(elf.x86IsaNeeded);
            out.skip(padding);
            part(ProgramHeader.PT_NOTE, at, out.position(), 0);
        }
        elf.readOnlyData.forEach(out::aligned);
        entryAt = out.aligned(code());
    }

    /** Machine code for exit(0); for other machines nothing that could run. */
    private byte[] code() {
        ByteBuffer code = ByteBuffer.allocate(12).order(layout.order());
        switch (elf.machine) {
            case ElfMachine.EM_X86_64 -> code.put(new byte[] {(byte) 0xb8, 60, 0, 0, 0, 0x31, (byte) 0xff, 0x0f, 5});
            case ElfMachine.EM_AARCH64 ->
                code.putInt(0xd2800ba8).putInt(0xd2800000).putInt(0xd4000001);
            default -> code.putInt(0);
        }
        return code.array();
    }

    private void writableSegment() {
        long shift = elf.base + DATA_SHIFT;
        ElfFixtureBuildInfo buildInfo = new ElfFixtureBuildInfo(out, shift);
        elf.data.forEach(out::aligned);
        elf.inlineBuildInfo.forEach(info -> buildInfoAt = buildInfo.inline(info));
        elf.pointerBuildInfo.forEach(info -> buildInfoAt = buildInfo.pointers(info));
        if (elf.type == ElfHeader.ET_DYN || !elf.interpreter.isEmpty()) {
            int at = new ElfFixtureDynamic(elf, out, shift).write();
            part(ProgramHeader.PT_DYNAMIC, at, out.position(), DATA_SHIFT);
        }
    }

    /** Two sections, the build info's and that of the names, as Go's linker calls them. */
    private int sections() {
        int names = out.aligned("\0.go.buildinfo\0.shstrtab\0");
        int namesEnd = out.position();
        int at = out.align();
        section(0, 0, new long[] {0, 0});
        section(1, 1, new long[] {buildInfoAt, buildInfoAt});
        section(15, SECTION_OF_NAMES, new long[] {names, namesEnd});
        return at;
    }

    private void section(int name, int type, long[] fromTo) {
        int end = out.position() + layout.sectionHeaderSize();
        out.buffer.putInt(name).putInt(type);
        out.word(0);
        out.word(0);
        out.word(fromTo[0]);
        out.word(fromTo[1] - fromTo[0]);
        out.position(end);
    }

    private void header(int sectionsAt) {
        out.position(0);
        out.buffer.put(new byte[] {0x7f, 'E', 'L', 'F', (byte) elf.eiClass, (byte) elf.eiData, 1, (byte) elf.osabi});
        out.position(16);
        out.buffer.putShort((short) elf.type).putShort((short) elf.machine).putInt(1);
        out.word(elf.hasEntry ? elf.base + entryAt : 0);
        out.word(programHeaders.isEmpty() ? 0 : layout.headerSize());
        out.word(sectionsAt);
        short[] sizes = {
            (short) layout.headerSize(),
            (short) layout.programHeaderSize(),
            (short) programHeaders.size(),
            (short) layout.sectionHeaderSize(),
            (short) (sectionsAt == 0 ? 0 : 3),
            (short) (sectionsAt == 0 ? 0 : 2)
        };
        out.buffer.putInt(0);
        for (short size : sizes) {
            out.buffer.putShort(size);
        }
    }

    private void programHeaders() {
        for (ProgramHeader header : programHeaders) {
            out.buffer.putInt(header.pType());
            if (layout.is64Bit()) {
                out.buffer.putInt(header.pFlags());
            }
            out.word(header.pOffset());
            out.word(header.pVaddr());
            out.word(header.pVaddr());
            out.word(header.pFilesz());
            out.word(header.pMemsz());
            if (!layout.is64Bit()) {
                out.buffer.putInt(header.pFlags());
            }
            out.word(header.isLoad() ? 0x1000 : 8);
        }
    }

    private void part(int type, int from, int to, long shift) {
        programHeaders.add(header(type, READ, new long[] {from, to, shift}));
    }

    private ProgramHeader header(int type, int flags, long[] fromToShift) {
        long size = fromToShift[1] - fromToShift[0];
        return new ProgramHeader(type, flags, fromToShift[0], elf.base + fromToShift[2] + fromToShift[0], size, size);
    }
}
