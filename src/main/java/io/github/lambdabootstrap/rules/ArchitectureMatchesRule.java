package io.github.lambdabootstrap.rules;

import io.github.lambdabootstrap.elf.ElfFile;
import io.github.lambdabootstrap.elf.ElfMachine;
import io.github.lambdabootstrap.model.Architecture;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The executable is for the processor that the function runs on. */
public final class ArchitectureMatchesRule implements Rule {

    /** Of x86-64: with AVX2, which AWS promises, and without AVX-512. */
    private static final int MOST_LEVEL = 3;

    @Override
    public String id() {
        return "architecture-matches";
    }

    @Override
    public List<Finding> check(ArchiveUnderTest archive) {
        return archive.programs().stream()
                .flatMap(program -> program.elf().stream()
                        .flatMap(elf ->
                                finding(program, elf, archive.expectation().architecture())))
                .toList();
    }

    private Stream<Finding> finding(Program program, ElfFile elf, Optional<Architecture> wanted) {
        ElfMachine machine = elf.header().machine();
        Optional<Architecture> found = machine.architecture();
        boolean fits = found.isPresent() && (wanted.isEmpty() || found.equals(wanted));
        if (fits) {
            return elf.x86IsaLevel() > MOST_LEVEL ? Stream.of(tooNew(program, elf)) : Stream.empty();
        }
        String entry = program.entry().name().text();
        String function = wanted.map(w -> "the function is " + w).orElse("Lambda has x86_64 and arm64 alone");
        if (mayRun(machine, wanted)) {
            return Stream.of(warning(
                    entry,
                    program.shown() + " is a 32-bit " + machine.name() + " executable but " + function
                            + "; AWS promises nothing for 32-bit code",
                    "build it for 64 bit"));
        }
        return Stream.of(error(
                entry,
                program.shown() + " is " + article(machine) + " executable but " + function + "; Lambda says: "
                        + (program.isStartedByLambda() ? LambdaSays.EXEC_FORMAT_ERROR : LambdaSays.exitStatus(126)),
                fix(found, wanted)));
    }

    /** Said in {@code .note.gnu.property}, which the loader of glibc reads since 2.33. */
    private Finding tooNew(Program program, ElfFile elf) {
        return warning(
                program.entry().name().text(),
                program.shown() + " says that it needs a processor of level x86-64-v" + elf.x86IsaLevel()
                        + ", and AWS promises none with AVX-512; without it: CPU ISA level is lower than required, "
                        + LambdaSays.exitStatus(127),
                "link it for x86-64-v3 or lower (-Wl,-z,x86-64-v3)");
    }

    /** Whether the 64-bit processor may run the 32-bit code: nobody has said that Lambda's do not. */
    private static boolean mayRun(ElfMachine machine, Optional<Architecture> wanted) {
        return switch (machine.name()) {
            case "i386" -> !wanted.equals(Optional.of(Architecture.ARM64));
            case "arm" -> !wanted.equals(Optional.of(Architecture.X86_64));
            default -> false;
        };
    }

    private static String article(ElfMachine machine) {
        String name = machine.name();
        return ("aeix".indexOf(name.charAt(0)) >= 0 ? "an " : "a ") + name;
    }

    private static String fix(Optional<Architecture> found, Optional<Architecture> wanted) {
        String target = wanted.map(w -> "build it for " + w + " (GOARCH=" + w.goarch() + ")")
                .orElse("build it for one of these");
        return target
                + found.map(f -> ", or make the function " + f + " (lambda.architecture)")
                        .orElse("");
    }
}
