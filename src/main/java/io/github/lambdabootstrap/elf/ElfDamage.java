package io.github.lambdabootstrap.elf;

import java.util.List;

/**
 * What is wrong with the bytes of an ELF file, each in words without a full stop.
 *
 * @param refusals why the kernel will not start it; each ends in "exec format error" or a like answer
 * @param unreadable what else could not be read; facts that depend on it are missing
 */
public record ElfDamage(List<String> refusals, List<String> unreadable) {

    /** A whole file. */
    public static final ElfDamage NONE = new ElfDamage(List.of(), List.of());

    public ElfDamage {
        refusals = List.copyOf(refusals);
        unreadable = List.copyOf(unreadable);
    }
}
