package io.github.lambdabootstrap.rules;

import io.github.lambdabootstrap.elf.ElfFile;
import io.github.lambdabootstrap.elf.ElfHeader;
import io.github.lambdabootstrap.elf.ProgramHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The ELF file is a whole program for Linux: nothing is cut off, and it has a place to start at. */
public final class ElfLoadableRule implements Rule {

    // the kernel does not test for which system a file is, so only those whose programs have been seen to fail
    private static final Set<String> FAIL =
            Set.of("FreeBSD", "NetBSD", "OpenBSD", "DragonFly BSD", "Solaris", "Android");

    private static final String REBUILD = "build or copy it again; look for a full disk or a broken download";
    private static final String SEGFAULT = LambdaSays.signal("segmentation fault");

    @Override
    public String id() {
        return "elf-loadable";
    }

    @Override
    public List<Finding> check(ArchiveUnderTest archive) {
        List<Finding> findings = new ArrayList<>();
        for (Program program : archive.programs()) {
            program.elf().flatMap(elf -> fault(program, elf)).ifPresent(findings::add);
        }
        return findings;
    }

    /** The first fault that stops it: what is behind it is of no use to anyone. */
    private Optional<Finding> fault(Program program, ElfFile elf) {
        int type = elf.header().eType();
        String refused = program.isStartedByLambda() ? LambdaSays.EXEC_FORMAT_ERROR : LambdaSays.exitStatus(126);
        if (!elf.damage().refusals().isEmpty()) {
            return Optional.of(damaged(program, elf, refused));
        }
        if (type != ElfHeader.ET_EXEC && type != ElfHeader.ET_DYN) {
            return Optional.of(object(program, refused));
        }
        if (elf.programHeaders().isEmpty()) {
            return Optional.of(finding(program, "is an ELF file without a program in it", refused, REBUILD));
        }
        if (!elf.truncatedSegments().isEmpty()) {
            String what = "is cut off: its headers speak of more bytes than it has";
            return Optional.of(finding(program, what, SEGFAULT, REBUILD));
        }
        if (foreign(elf).isPresent()) {
            return foreign(elf).map(system -> foreign(program, system));
        }
        return notAProgram(program, elf);
    }

    /** Where the bytes of the loader's path are missing, the kernel answers that it cannot read them. */
    private Finding damaged(Program program, ElfFile elf, String refused) {
        boolean unread = elf.programHeaders().stream()
                .filter(header -> header.pType() == ProgramHeader.PT_INTERP)
                .anyMatch(header -> header.isTruncatedIn(elf.fileSize()));
        String what =
                "is an ELF file that Linux refuses: " + elf.damage().refusals().get(0);
        return finding(program, what, unread && program.isStartedByLambda() ? LambdaSays.IO_ERROR : refused, REBUILD);
    }

    private Finding object(Program program, String says) {
        return finding(
                program,
                "is " + program.elf().orElseThrow().header().typeDescription() + ", not a program",
                says,
                "link it to an executable");
    }

    private Optional<Finding> notAProgram(Program program, ElfFile elf) {
        if (elf.segments().isEmpty()) {
            return Optional.of(finding(program, "has nothing to load", SEGFAULT, "link it to an executable"));
        }
        boolean library = elf.header().eEntry() == 0 && elf.interpreter().isEmpty();
        return library
                ? Optional.of(finding(
                        program,
                        "is a shared library without a place to start at",
                        SEGFAULT,
                        "build an executable: for Go without -buildmode=c-shared or plugin"))
                : Optional.empty();
    }

    private Finding foreign(Program program, String system) {
        String says = program.elf().flatMap(ElfFile::interpreter).isPresent() && program.isStartedByLambda()
                ? LambdaSays.NO_SUCH_FILE
                : SEGFAULT;
        return finding(program, "is built for " + system, says, "build it for Linux (GOOS=linux)");
    }

    private static Optional<String> foreign(ElfFile elf) {
        boolean linuxLoader =
                elf.interpreter().filter(path -> path.contains("/ld-linux")).isPresent();
        return linuxLoader ? Optional.empty() : elf.foreignSystem().filter(FAIL::contains);
    }

    private Finding finding(Program program, String what, String says, String fix) {
        return error(program.entry().name().text(), program.shown() + " " + what + "; Lambda says: " + says, fix);
    }
}
