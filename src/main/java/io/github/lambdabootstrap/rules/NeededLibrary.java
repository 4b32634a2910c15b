package io.github.lambdabootstrap.rules;

import io.github.lambdabootstrap.archive.ArchiveEntry;
import io.github.lambdabootstrap.elf.ElfFile;
import java.util.Optional;

/**
 * A shared library that a program needs, directly or through another library, and where the loader finds it.
 *
 * @param name as it is needed
 * @param neededBy what needs it, for messages
 * @param source where it comes from
 * @param entry the entry of the archive that is it
 * @param elf what that entry says of itself
 */
public record NeededLibrary(
        String name, String neededBy, Source source, Optional<ArchiveEntry> entry, Optional<ElfFile> elf) {

    /** Where the loader finds a library. */
    public enum Source {
        /** The archive ships it. */
        ARCHIVE,
        /** The system has it, or a layer does. */
        ELSEWHERE,
        /** Neither archive, system nor any layer can have it. */
        NOWHERE,
        /** Nobody can tell. */
        UNKNOWN
    }

    static NeededLibrary shipped(String name, String neededBy, ArchiveEntry entry, ElfFile elf) {
        return new NeededLibrary(name, neededBy, Source.ARCHIVE, Optional.of(entry), Optional.of(elf));
    }

    static NeededLibrary outside(String name, String neededBy, Source source) {
        return new NeededLibrary(name, neededBy, source, Optional.empty(), Optional.empty());
    }
}
