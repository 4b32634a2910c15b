package io.github.lambdabootstrap.elf;

import io.github.lambdabootstrap.model.Architecture;
import java.util.Map;
import java.util.Optional;

/**
 * The processor that an ELF file is for.
 *
 * @param eMachine the number in the file header
 */
public record ElfMachine(int eMachine) {

    static final int EM_X86_64 = 62;
    static final int EM_AARCH64 = 183;

    private static final int EM_386 = 3;

    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry(2, "sparc"),
            Map.entry(EM_386, "i386"),
            Map.entry(4, "m68k"),
            Map.entry(8, "mips"),
            Map.entry(15, "parisc"),
            Map.entry(20, "ppc"),
            Map.entry(21, "ppc64"),
            Map.entry(22, "s390x"),
            Map.entry(40, "arm"),
            Map.entry(42, "sh"),
            Map.entry(43, "sparc64"),
            Map.entry(50, "ia64"),
            Map.entry(243, "riscv"),
            Map.entry(247, "bpf"),
            Map.entry(258, "loongarch"));

    /** Lambda's name for its two machines, a usual name for other common ones, else {@code machine-} and the number. */
    public String name() {
        return architecture()
                .map(Architecture::id)
                .orElseGet(() -> NAMES.getOrDefault(eMachine, "machine-" + eMachine));
    }

    /** The architecture, when Lambda has it. */
    public Optional<Architecture> architecture() {
        return switch (eMachine) {
            case EM_X86_64 -> Optional.of(Architecture.X86_64);
            case EM_AARCH64 -> Optional.of(Architecture.ARM64);
            default -> Optional.empty();
        };
    }

    boolean isX86() {
        return eMachine == EM_X86_64 || eMachine == EM_386;
    }
}
