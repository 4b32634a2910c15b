package io.github.lambdabootstrap.elf;

import io.github.lambdabootstrap.model.ByteSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads what an ELF file says about itself, trusting no length and no offset in it. */
public final class ElfReader {

    // The kernel's own bound on the table; it also keeps ours.
    private static final int MAX_PROGRAM_HEADERS = 65_536;

    private final Blocks blocks;
    private final ElfHeader header;
    private final List<String> refusals = new ArrayList<>();

    private ElfReader(Blocks blocks, ElfHeader header) {
        this.blocks = blocks;
        this.header = header;
    }

    /**
     * The facts of an ELF file, damaged or not; empty for what does not begin as one.
     *
     * @throws IOException when the source cannot be read
     */
    public static Optional<ElfFile> read(ByteSource source) throws IOException {
        Blocks blocks = new Blocks(source);
        byte[] head = blocks.read(0, ElfHeader.LENGTH);
        if (FileFormat.of(head) != FileFormat.ELF) {
            return Optional.empty();
        }
        ElfHeader header = ElfHeader.parse(Arrays.copyOf(head, ElfHeader.LENGTH));
        return Optional.of(new ElfReader(blocks, header).read());
    }

    private ElfFile read() throws IOException {
        if (blocks.size() < header.layout().headerSize()) {
            refusals.add("the file has " + blocks.size() + " bytes, an ELF header alone has "
                    + header.layout().headerSize());
        }
        List<ProgramHeader> programHeaders = programHeaders();
        ElfImage image = new ElfImage(blocks, header.layout(), programHeaders);
        List<String> interpreters = interpreters(image);
        int x86IsaNeeded = header.machine().isX86() ? GnuProperties.x86IsaNeeded(image) : 0;
        DynamicSection dynamic = DynamicReader.read(image);
        return new ElfFile(
                header,
                programHeaders,
                interpreters,
                dynamic,
                x86IsaNeeded,
                blocks.size(),
                new ElfDamage(refusals, image.damage()));
    }

    private List<ProgramHeader> programHeaders() throws IOException {
        ElfHeader.Table table = header.programHeaders();
        int size = header.layout().programHeaderSize();
        int length = size * table.count();
        if (table.count() == 0) {
            return List.of(); // an object file; for an executable the missing segments tell
        }
        if (table.entrySize() != size || length > MAX_PROGRAM_HEADERS) {
            refusals.add("its program header table has " + table.count() + " entries of " + table.entrySize()
                    + " bytes; the kernel takes entries of " + size + " bytes, " + MAX_PROGRAM_HEADERS / size
                    + " at most");
            return List.of();
        }
        ByteBuffer in = header.layout().view(blocks.read(table.offset(), length));
        if (in.remaining() < length) {
            refusals.add("its program header table ends at byte " + Long.toUnsignedString(table.offset() + length)
                    + " but the file has " + blocks.size());
        }
        List<ProgramHeader> headers = new ArrayList<>();
        while (in.remaining() >= size) {
            headers.add(ProgramHeader.parse(header.layout(), in));
        }
        return headers;
    }

    // As the kernel does: the first PT_INTERP alone, 2 to 4096 bytes, the last one zero.
    private List<String> interpreters(ElfImage image) throws IOException {
        Optional<ProgramHeader> part = image.first(ProgramHeader.PT_INTERP);
        if (part.isEmpty()) {
            return List.of();
        }
        byte[] path = image.bytes(part.get(), ElfImage.MAX_STRING + 1);
        boolean whole = path.length == part.get().pFilesz();
        if (path.length < 2 || path.length > ElfImage.MAX_STRING || !whole || path[path.length - 1] != 0) {
            refusals.add("the path of its loader is cut off, empty, or longer than " + ElfImage.MAX_STRING + " bytes");
        }
        return List.of(ElfImage.terminated(Arrays.copyOf(path, path.length + 1)).orElse(""));
    }
}
