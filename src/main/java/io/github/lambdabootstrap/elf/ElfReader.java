package io.github.lambdabootstrap.elf;

import io.github.lambdabootstrap.model.ByteSource;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads what an ELF file says about itself, trusting no length and no offset in it. */
public final class ElfReader {

    private ElfReader() {}

    /**
     * The facts of an ELF file, damaged or not; empty for what does not begin as one.
     *
     * @throws IOException when the source cannot be read
     */
    public static Optional<ElfFile> read(ByteSource source) throws IOException {
        byte[] head = source.read(0, ElfHeader.LENGTH);
        if (FileFormat.of(head) != FileFormat.ELF) {
            return Optional.empty();
        }
        ElfHeader header = ElfHeader.parse(Arrays.copyOf(head, ElfHeader.LENGTH));
        return Optional.of(new ElfFile(header, List.of(), List.of(), DynamicSection.NONE, 0, source.size(), List.of()));
    }
}
