package io.github.lambdabootstrap.gate;

import io.github.lambdabootstrap.archive.UnixMode;
import io.github.lambdabootstrap.elf.ContentFacts;
import io.github.lambdabootstrap.elf.ElfFile;
import io.github.lambdabootstrap.elf.FileFormat;
import io.github.lambdabootstrap.elf.Linkage;
import io.github.lambdabootstrap.elf.Toolchain;
import io.github.lambdabootstrap.model.DottedVersion;
import io.github.lambdabootstrap.rules.Program;
import io.github.lambdabootstrap.rules.Script;
import java.util.List;
import java.util.Optional;

/**
 * What Lambda or a shim would start, as reports show it. Texts are as found in the archive.
 *
 * @param path the entry that is looked for
 * @param resolved the entry that it leads to; the same unless it is a symbolic link
 * @param mode permission bits as four octal digits; empty when the archive holds none
 * @param format kind of file: {@code elf}, {@code script}, {@code mach-o}, {@code pe}, ...
 * @param language what it was written in, or made by, as people call it; empty when nothing in it tells
 * @param machine instruction set, in Lambda's words where it has one; empty when not an ELF file
 * @param linkage {@code static}, {@code static-pie} or {@code dynamic}; empty when unknown
 * @param interpreter the loader of an ELF file or the interpreter of a script
 * @param needed the shared libraries that it asks for by itself
 * @param glibc the newest glibc version that it needs
 * @param go empty when it is no Go program, or one that does not say so
 */
public record EntrypointFacts(
        String path,
        String resolved,
        Optional<String> mode,
        String format,
        Optional<String> language,
        Optional<String> machine,
        Optional<String> linkage,
        Optional<String> interpreter,
        List<String> needed,
        Optional<String> glibc,
        Optional<GoFacts> go) {

    public EntrypointFacts {
        needed = List.copyOf(needed);
    }

    static EntrypointFacts of(Program program) {
        Optional<ElfFile> elf = program.elf();
        return new EntrypointFacts(
                program.path(),
                program.entry().path().text(),
                program.entry().unixMode().map(UnixMode::toString),
                program.format().map(FileFormat::id).orElse("unknown"),
                program.goBuildInfo()
                        .map(info -> "Go")
                        .or(() -> elf.flatMap(file -> program.scan())
                                .flatMap(ContentFacts::toolchain)
                                .map(Toolchain::title)),
                elf.map(file -> file.header().machine().name()),
                elf.flatMap(ElfFile::linkage).map(Linkage::id),
                elf.flatMap(ElfFile::interpreter)
                        .or(() -> program.script().map(Script::interpreter).filter(path -> !path.isEmpty())),
                elf.map(file -> file.dynamic().needed()).orElse(List.of()),
                elf.flatMap(ElfFile::requiredGlibc).map(DottedVersion::toString),
                program.goBuildInfo().map(GoFacts::of));
    }
}
