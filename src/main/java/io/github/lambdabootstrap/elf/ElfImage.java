package io.github.lambdabootstrap.elf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The bytes of an ELF file by offset and by address, and a list of what was wrong with them. */
final class ElfImage {

    /** Longer than any path or symbol version that Linux takes. */
    static final int MAX_STRING = 4096;

    private final Blocks blocks;
    private final ElfLayout layout;
    private final List<ProgramHeader> programHeaders;
    private final List<String> damage = new ArrayList<>();

    ElfImage(Blocks blocks, ElfLayout layout, List<ProgramHeader> programHeaders) {
        this.blocks = blocks;
        this.layout = layout;
        this.programHeaders = List.copyOf(programHeaders);
    }

    ElfLayout layout() {
        return layout;
    }

    Optional<ProgramHeader> first(int pType) {
        return programHeaders.stream().filter(part -> part.pType() == pType).findFirst();
    }

    List<ProgramHeader> all(int pType) {
        return programHeaders.stream().filter(part -> part.pType() == pType).toList();
    }

    /** At most {@code limit} bytes of a part, fewer where the part or the file ends. */
    byte[] bytes(ProgramHeader part, int limit) throws IOException {
        boolean isShort = part.pFilesz() >= 0 && part.pFilesz() < limit;
        return bytes(part.pOffset(), isShort ? (int) part.pFilesz() : limit);
    }

    /** The bytes from an offset on, fewer where the file ends. */
    ByteBuffer read(long offset, int length) throws IOException {
        return layout.view(bytes(offset, length));
    }

    /** The same as an array. */
    byte[] bytes(long offset, int length) throws IOException {
        return blocks.read(offset, length);
    }

    /** Where in the file the byte of an address is. */
    OptionalLong offsetOf(long vaddr) {
        return programHeaders.stream()
                .filter(part -> part.isLoad() && part.holdsAddress(vaddr))
                .mapToLong(part -> vaddr - part.pVaddr() + part.pOffset())
                .findFirst();
    }

    /** The text from an offset to the next zero byte; empty when there is none within {@link #MAX_STRING} bytes. */
    Optional<String> string(long offset) throws IOException {
        return terminated(bytes(offset, MAX_STRING + 1));
    }

    /** The text before the first zero byte; empty without one. */
    static Optional<String> terminated(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == 0) {
                return Optional.of(new String(bytes, 0, i, StandardCharsets.UTF_8));
            }
        }
        return Optional.empty();
    }

    void damaged(String what) {
        damage.add(what);
    }

    List<String> damage() {
        return List.copyOf(damage);
    }
}
