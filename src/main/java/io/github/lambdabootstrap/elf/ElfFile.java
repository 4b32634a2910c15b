package io.github.lambdabootstrap.elf;

import io.github.lambdabootstrap.model.DottedVersion;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What an ELF file says about itself. Bytes that make no sense never stop the reading: they are named in
 * {@link #damage}, and what depends on them is as if it were not there.
 *
 * @param header the file header
 * @param programHeaders the program headers, in their order
 * @param interpreters the path of {@code PT_INTERP}, at most one
 * @param dynamic the dynamic section, {@link DynamicSection#NONE} without one
 * @param x86IsaNeeded the bits of {@code GNU_PROPERTY_X86_ISA_1_NEEDED}, 0 without that property
 * @param fileSize bytes in the file
 * @param damage what could not be read and why
 */
public record ElfFile(
        ElfHeader header,
        List<ProgramHeader> programHeaders,
        List<String> interpreters,
        DynamicSection dynamic,
        int x86IsaNeeded,
        long fileSize,
        ElfDamage damage) {

    public ElfFile {
        programHeaders = List.copyOf(programHeaders);
        interpreters = List.copyOf(interpreters);
    }

    /** The loader that the kernel must start in the file's place. */
    public Optional<String> interpreter() {
        return interpreters.stream().findFirst();
    }

    /** How the program is linked; empty for a file that is neither executable nor library, as an object file. */
    public Optional<Linkage> linkage() {
        if (header.eType() != ElfHeader.ET_EXEC && header.eType() != ElfHeader.ET_DYN) {
            return Optional.empty();
        }
        if (!interpreters.isEmpty()) {
            return Optional.of(Linkage.DYNAMIC);
        }
        if (header.eType() == ElfHeader.ET_EXEC) {
            return Optional.of(Linkage.STATIC);
        }
        return Optional.of(isLibrary() ? Linkage.SHARED_LIBRARY : Linkage.STATIC_PIE);
    }

    // Older linkers mark no executable and give a library an entry address, so what a library alone has decides:
    // a name of its own, or needs that nobody would load.
    private boolean isLibrary() {
        boolean wantsLoader = dynamic.soname().isPresent() || !dynamic.needed().isEmpty();
        return header.eEntry() == 0 || (wantsLoader && !dynamic.isPie());
    }

    /** The highest glibc version without which the loader refuses to start the program. */
    public Optional<DottedVersion> requiredGlibc() {
        return highestGlibc(false);
    }

    /** The highest glibc version whose absence the loader only warns of. */
    public Optional<DottedVersion> weakGlibc() {
        return highestGlibc(true);
    }

    private Optional<DottedVersion> highestGlibc(boolean weak) {
        return dynamic.versionNeeds().stream()
                .filter(need -> need.weak() == weak)
                .flatMap(need -> need.glibc().stream())
                .max(Comparator.naturalOrder());
    }

    /** The x86-64 level (1 to 4) that the loader demands of the processor; 0 when the file says nothing. */
    public int x86IsaLevel() {
        return Integer.SIZE - Integer.numberOfLeadingZeros(x86IsaNeeded & 0xf);
    }

    /** The parts of the program that go on beyond the end of the file. */
    public List<ProgramHeader> truncatedSegments() {
        return segments().stream()
                .filter(segment -> segment.isTruncatedIn(fileSize))
                .toList();
    }

    /** The parts that are loaded into memory ({@code PT_LOAD}). */
    public List<ProgramHeader> segments() {
        return programHeaders.stream().filter(ProgramHeader::isLoad).toList();
    }

    /** The operating system, other than Linux, that the file says it is for. */
    public Optional<String> foreignSystem() {
        return ForeignSystem.of(this);
    }
}
