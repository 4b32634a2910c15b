package io.github.lambdabootstrap.rules;

import io.github.lambdabootstrap.elf.ElfFile;
import io.github.lambdabootstrap.problem.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The dynamic loader that an ELF file names is there. */
public final class LoaderPresentRule implements Rule {

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
        if (isOfItsSystem(program, loader) || loader.startsWith("/opt/")) {
            return Optional.empty();
        }
        String what = program.shown() + " names the loader '" + SafeText.of(loader) + "', ";
        String entry = program.entry().name().text();
        String says = program.isStartedByLambda() ? LambdaSays.NO_SUCH_FILE : LambdaSays.exitStatus(127);
        if (TaskPath.isInArchive(loader)) {
            return TaskPath.fault(archive.archive().lookup(loader))
                    .map(fault -> error(
                            entry,
                            what + "which " + fault.what() + "; Lambda says: " + fault.says(program),
                            "put the loader there with mode 0755, or link statically"));
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
}
