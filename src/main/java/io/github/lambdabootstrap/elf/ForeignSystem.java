package io.github.lambdabootstrap.elf;

import java.util.Map;
import java.util.Optional;

/** Recognises ELF files for systems other than Linux, by their OSABI byte or their loader. */
final class ForeignSystem {

    // 0 (System V) and 3 (GNU/Linux) are both normal on Linux; unlisted numbers say nothing.
    private static final Map<Integer, String> BY_OSABI =
            Map.of(1, "HP-UX", 2, "NetBSD", 6, "Solaris", 7, "AIX", 8, "IRIX", 9, "FreeBSD", 12, "OpenBSD");

    // Solaris and DragonFly programs carry OSABI 0, so only the loader tells.
    private static final Map<String, String> BY_LOADER = Map.of(
            "/lib/amd64/ld.so.1", "Solaris",
            "/usr/lib/amd64/ld.so.1", "Solaris",
            "/system/bin/linker64", "Android",
            "/system/bin/linker", "Android",
            "/usr/libexec/ld.so", "OpenBSD",
            "/libexec/ld-elf.so.1", "FreeBSD",
            "/libexec/ld.elf_so", "NetBSD",
            "/usr/libexec/ld.elf_so", "NetBSD",
            "/usr/libexec/ld-elf.so.2", "DragonFly BSD");

    private ForeignSystem() {}

    static Optional<String> of(ElfFile file) {
        String byOsabi = BY_OSABI.get(file.header().eIdent().eiOsabi());
        return Optional.ofNullable(byOsabi).or(() -> file.interpreter().map(BY_LOADER::get));
    }
}
