package io.github.lambdabootstrap.rules;

import io.github.lambdabootstrap.archive.ArchiveEntry;
import io.github.lambdabootstrap.archive.LambdaArchive;
import io.github.lambdabootstrap.archive.Lookup;
import io.github.lambdabootstrap.elf.ElfFile;
import io.github.lambdabootstrap.elf.ElfHeader;
import io.github.lambdabootstrap.problem.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The dynamic loader that an ELF file names is there. */
public final class LoaderPresentRule implements Rule {

    private static final String SHIP = "put the loader there with mode 0755, or link statically";
    private static final String MUSL = "/lib/ld-musl-";
    private static final String POWERPC = "/lib/ld64.so.";

    @Override
    public String id() {
        return "loader-present";
    }

    @Override
    public List<Finding> check(ArchiveUnderTest archive) {
        List<Finding> findings = new ArrayList<>();
        for (Program program : archive.programs()) {
            program.elf()
                    .filter(LoaderPresentRule::isForLambda)
                    .flatMap(ElfFile::interpreter)
                    .flatMap(loader -> finding(archive, program, loader))
                    .ifPresent(findings::add);
        }
        return findings;
    }

    /** Other processors and systems have rules of their own. */
    private static boolean isForLambda(ElfFile elf) {
        return elf.header().architecture().isPresent() && elf.foreignSystem().isEmpty();
    }

    private static boolean isOfItsSystem(Program program, String loader) {
        return program.elf()
                .flatMap(elf -> elf.header().architecture())
                .filter(architecture -> SystemLoader.isThere(loader, architecture))
                .isPresent();
    }

    private Optional<Finding> finding(ArchiveUnderTest archive, Program program, String loader) {
        if (isOfItsSystem(program, loader)) {
            return Optional.empty();
        }
        String what = program.shown() + " names the loader '" + SafeText.of(loader) + "', ";
        String entry = program.entry().name().text();
        String says = new TaskPath.Fault("", false).says(program);
        Lookup place = archive.archive().lookup(loader);
        if (place instanceof Lookup.Layer layer) {
            return Optional.of(layer.path())
                    .filter(archive.layers()::surelyLack)
                    .map(path -> error(entry, what + "which no layer has; Lambda says: " + says, SHIP));
        }
        if (TaskPath.isInArchive(loader)) {
            return TaskPath.fault(place)
                    .map(fault -> "which " + fault.what() + "; Lambda says: " + fault.says(program))
                    .or(() -> place instanceof Lookup.Resolved file
                            ? unfit(archive.archive(), program, file.entry())
                            : Optional.empty())
                    .map(fault -> error(entry, what + fault, SHIP));
        }
        // known, but of the other architecture
        if (SystemLoader.isKnown(loader)
                || loader.startsWith(MUSL)
                || loader.startsWith(POWERPC)
                || TaskPath.isNeverThere(loader)) {
            return Optional.of(error(
                    entry,
                    what + "which Lambda does not have; Lambda says: " + says,
                    "link statically (CGO_ENABLED=0 for Go, a static musl target for Rust), or build on a system with"
                            + " glibc in /lib64"));
        }
        return Optional.of(warning(
                entry, what + "which is not known to be on Lambda", "link statically, or use the system's own loader"));
    }

    /** Why Linux cannot load a loader that is there (fs/binfmt_elf.c, load_elf_interp); empty when it can. */
    private static Optional<String> unfit(LambdaArchive archive, Program program, ArchiveEntry loader) {
        boolean kernel = program.isStartedByLambda();
        String corrupted = kernel ? LambdaSays.CORRUPTED_LIBRARY : LambdaSays.exitStatus(126);
        String crash = LambdaSays.signal("segmentation fault");
        ShippedElf file = ShippedElf.of(archive, loader);
        if (file.elf().isEmpty()) {
            return Optional.of("which is no ELF file; Lambda says: " + corrupted)
                    .filter(fault -> file.readable());
        }
        ElfFile elf = file.elf().get();
        ElfHeader header = elf.header();
        if (!header.machine().equals(program.elf().orElseThrow().header().machine())) {
            return Optional.of("which is for " + header.machine().name() + "; Lambda says: " + corrupted);
        }
        boolean loadable = (header.eType() == ElfHeader.ET_DYN || header.eType() == ElfHeader.ET_EXEC)
                && !elf.segments().isEmpty()
                && elf.truncatedSegments().isEmpty();
        return loadable ? Optional.empty() : Optional.of("which is cut off or no loader; Lambda says: " + crash);
    }
}
