package io.github.lambdabootstrap.truth;

import static io.github.lambdabootstrap.truth.CraftedZip.executable;
import static io.github.lambdabootstrap.truth.CraftedZip.file;
import static io.github.lambdabootstrap.truth.CraftedZip.zip;
import static io.github.lambdabootstrap.truth.Outcome.ASKED;
import static io.github.lambdabootstrap.truth.Outcome.EXEC_FAILED;
import static io.github.lambdabootstrap.truth.Outcome.EXIT;
import static io.github.lambdabootstrap.truth.Outcome.SIGNAL;
import static io.github.lambdabootstrap.truth.Programs.client;
import static io.github.lambdabootstrap.truth.Programs.library;
import static io.github.lambdabootstrap.truth.Programs.staticClient;
import static io.github.lambdabootstrap.truth.Programs.tiny;
import static io.github.lambdabootstrap.truth.TruthCase.fails;
import static io.github.lambdabootstrap.truth.TruthCase.starts;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What the kernel takes for an executable, and what it makes of a broken one. */
final class FormatCases {

    private static final String FORMAT = "bootstrap-format";
    private static final String LOADABLE = "elf-loadable";
    private static final String ARCHITECTURE = "architecture-matches";

    private FormatCases() {}

    private static Supplier<byte[]> bootstrap(Supplier<byte[]> program) {
        return () -> zip(executable("bootstrap", program.get()));
    }

    private static Supplier<byte[]> text(String content) {
        return bootstrap(() -> content.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] bytes(int... values) {
        return Patch.at(new byte[512], 0, values);
    }

    static List<TruthCase> all() {
        return Stream.of(notExecutables(), otherMachines(), otherSystems(), executables())
                .flatMap(List::stream)
                .toList();
    }

    private static List<TruthCase> notExecutables() {
        return List.of(
                fails("an empty bootstrap", EXEC_FAILED, FORMAT, text("")),
                fails("text without an interpreter", EXEC_FAILED, FORMAT, text("exec ./main\n")),
                fails("an interpreter line without interpreter", EXEC_FAILED, FORMAT, text("#!\nexec ./main\n")),
                fails("an interpreter line of blanks", EXEC_FAILED, FORMAT, text("#!   \nexec ./main\n")),
                fails("a byte order mark", EXEC_FAILED, FORMAT, text("\uFEFF#!/bin/sh\nexec ./main\n")),
                fails(
                        "UTF-16",
                        EXEC_FAILED,
                        FORMAT,
                        bootstrap(() -> "\uFEFF#!/bin/sh\n".getBytes(StandardCharsets.UTF_16LE))),
                fails("an empty line first", EXEC_FAILED, FORMAT, text("\n#!/bin/sh\nexec ./main\n")),
                fails("a blank before #!", EXEC_FAILED, FORMAT, text(" #!/bin/sh\nexec ./main\n")),
                fails("a class file", EXEC_FAILED, FORMAT, bootstrap(() -> bytes(0xCA, 0xFE, 0xBA, 0xBE, 0, 0, 0, 61))),
                fails(
                        "Mach-O for two machines",
                        EXEC_FAILED,
                        FORMAT,
                        bootstrap(() -> bytes(0xCA, 0xFE, 0xBA, 0xBE, 0, 0, 0, 2))),
                fails("wasm", EXEC_FAILED, FORMAT, bootstrap(() -> bytes(0, 'a', 's', 'm', 1, 0, 0, 0))),
                fails(
                        "a zip in the zip",
                        EXEC_FAILED,
                        FORMAT,
                        bootstrap(() -> zip(executable("bootstrap", staticClient())))),
                fails("gzip", EXEC_FAILED, FORMAT, bootstrap(() -> bytes(0x1F, 0x8B, 8, 0))),
                fails("a picture", EXEC_FAILED, FORMAT, bootstrap(() -> bytes(0x89, 'P', 'N', 'G', 13, 10, 26, 10))),
                fails("Mach-O, GOOS=darwin", EXEC_FAILED, FORMAT, bootstrap(() -> tiny("GOOS=darwin", "GOARCH=arm64"))),
                fails("PE, GOOS=windows", EXEC_FAILED, FORMAT, bootstrap(() -> tiny("GOOS=windows", "GOARCH=amd64"))),
                fails("a Go package that is no program", EXEC_FAILED, FORMAT, bootstrap(FormatCases::goPackage)),
                fails("the magic number alone", EXEC_FAILED, LOADABLE, bootstrap(() -> Patch.head(staticClient(), 4)))
                        .alsoFails(ARCHITECTURE),
                fails(
                        "63 bytes of an ELF file",
                        EXEC_FAILED,
                        LOADABLE,
                        bootstrap(() -> Patch.head(staticClient(), 63))),
                fails("the ELF header alone", EXEC_FAILED, LOADABLE, bootstrap(() -> Patch.head(staticClient(), 64))),
                fails("an object file", EXEC_FAILED, LOADABLE, bootstrap(() -> client("-c"))),
                fails("a core dump", EXEC_FAILED, LOADABLE, bootstrap(() -> Patch.type(staticClient(), 4))),
                fails("no type", EXEC_FAILED, LOADABLE, bootstrap(() -> Patch.type(staticClient(), 0))));
    }

    private static byte[] goPackage() {
        return Programs.go(
                new Programs.GoProgram("package orders\n\nfunc Total() int { return 1 }\n", List.of(), List.of()));
    }

    private static List<TruthCase> otherMachines() {
        return List.of(
                fails("GOARCH=arm64 on x86_64", EXEC_FAILED, ARCHITECTURE, bootstrap(() -> tiny("GOARCH=arm64"))),
                fails("AArch64 in C", EXEC_FAILED, ARCHITECTURE, bootstrap(() -> Patch.machine(staticClient(), 183))),
                fails("RISC-V", EXEC_FAILED, ARCHITECTURE, bootstrap(() -> tiny("GOARCH=riscv64"))),
                fails("big endian, GOARCH=s390x", EXEC_FAILED, ARCHITECTURE, bootstrap(() -> tiny("GOARCH=s390x"))),
                fails("32-bit ARM", EXEC_FAILED, ARCHITECTURE, bootstrap(() -> tiny("GOARCH=arm"))),
                starts("32-bit x86", bootstrap(() -> tiny("GOARCH=386")))
                        .warns(ARCHITECTURE)
                        .judged(EXIT, "it names the Runtime API and does not ask it"));
    }

    private static List<TruthCase> otherSystems() {
        return List.of(
                fails("GOOS=freebsd", SIGNAL, LOADABLE, bootstrap(() -> tiny("GOOS=freebsd"))),
                fails("GOOS=netbsd", SIGNAL, LOADABLE, bootstrap(() -> tiny("GOOS=netbsd"))),
                fails("GOOS=openbsd", EXEC_FAILED, LOADABLE, bootstrap(() -> tiny("GOOS=openbsd"))),
                fails("GOOS=solaris", EXEC_FAILED, LOADABLE, bootstrap(() -> tiny("GOOS=solaris"))),
                fails("GOOS=dragonfly", SIGNAL, "go-target", bootstrap(() -> tiny("GOOS=dragonfly"))),
                fails(
                        "Android in C",
                        EXEC_FAILED,
                        LOADABLE,
                        bootstrap(() -> client("-Wl,--dynamic-linker=/system/bin/linker64"))),
                fails("FreeBSD by its OSABI", SIGNAL, LOADABLE, bootstrap(() -> Patch.osabi(staticClient(), 9)))
                        .judged(ASKED, "no linker writes this number for Linux, but the kernel does not look at it"));
    }

    private static List<TruthCase> executables() {
        return List.of(
                starts("static", bootstrap(Programs::staticClient)),
                starts("static-pie", bootstrap(() -> client("-static-pie"))),
                starts("dynamic", bootstrap(() -> client())),
                starts("dynamic, not position independent", bootstrap(() -> client("-no-pie"))),
                starts("stripped", bootstrap(() -> client("-s"))),
                starts("static and stripped", bootstrap(() -> client("-static", "-s"))),
                starts("without section headers", bootstrap(() -> Patch.sectionless(staticClient()))),
                starts("dynamic without section headers", bootstrap(() -> Patch.sectionless(client()))),
                starts("OSABI 3, GNU/Linux", bootstrap(() -> Patch.osabi(staticClient(), 3))),
                starts("OSABI 0, System V", bootstrap(() -> Patch.osabi(staticClient(), 0))),
                starts("bytes behind the end", bootstrap(() -> Patch.longer(staticClient(), 4096))),
                starts(
                        "data beside it",
                        () -> zip(executable("bootstrap", staticClient()), file("x.so", "not a library"))),
                fails("half of an executable", SIGNAL, LOADABLE, bootstrap(() -> half(staticClient()))),
                fails("half of a dynamic executable", SIGNAL, LOADABLE, bootstrap(() -> half(client("-O0")))),
                fails(
                        "all but the last segment's end",
                        SIGNAL,
                        LOADABLE,
                        bootstrap(() -> Patch.headPerMille(staticClient(), 300))),
                fails("a shared library", SIGNAL, LOADABLE, bootstrap(() -> library("liborders.so"))),
                fails("no loadable segment", SIGNAL, LOADABLE, bootstrap(() -> Patch.segmentless(staticClient()))),
                starts("the wrong class, which the kernel ignores", bootstrap(() -> Patch.at(staticClient(), 4, 1))),
                starts(
                        "the wrong byte order, which the kernel ignores",
                        bootstrap(() -> Patch.at(staticClient(), 5, 2))));
    }

    private static byte[] half(byte[] program) {
        return Patch.headPerMille(program, 500);
    }
}
