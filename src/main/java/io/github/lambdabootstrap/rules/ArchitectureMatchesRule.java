package io.github.lambdabootstrap.rules;

import io.github.lambdabootstrap.elf.ElfFile;
import io.github.lambdabootstrap.elf.ElfMachine;
import io.github.lambdabootstrap.model.Architecture;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The executable is for the processor that the function runs on. */
public final class ArchitectureMatchesRule implements Rule {

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
            return Stream.empty();
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
