package io.github.lambdabootstrap.rules;

import io.github.lambdabootstrap.archive.ArchiveEntry;
import io.github.lambdabootstrap.archive.LambdaArchive;
import io.github.lambdabootstrap.elf.ElfFile;
import io.github.lambdabootstrap.elf.ElfReader;
import io.github.lambdabootstrap.model.ByteSource;
import java.io.IOException;
import java.util.Optional;

/**
 * An ELF file of the archive that the loader or Linux loads beside a program.
 *
 * @param readable whether its content could be read; what is damaged, entry-integrity says
 * @param elf what it says of itself; empty when it is no ELF file
 */
record ShippedElf(boolean readable, Optional<ElfFile> elf) {

    static ShippedElf of(LambdaArchive archive, ArchiveEntry entry) {
        Optional<ByteSource> source = archive.content(entry);
        try {
            return new ShippedElf(
                    source.isPresent(), source.isPresent() ? ElfReader.read(source.get()) : Optional.empty());
        } catch (IOException e) {
            return new ShippedElf(false, Optional.empty());
        }
    }
}
