package io.github.lambdabootstrap.shim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.lambdabootstrap.elf.BytesSource;
import io.github.lambdabootstrap.elf.ElfFile;
import io.github.lambdabootstrap.elf.ElfHeader;
import io.github.lambdabootstrap.elf.ElfReader;
import io.github.lambdabootstrap.elf.ProgramHeader;
import io.github.lambdabootstrap.model.Architecture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The shipped executables are what the source makes, and laid out as a hardened one is. */
class ShimBuildTest {

    private static final int PT_GNU_STACK = 0x6474e551;
    private static final int READ = 4;

    @TempDir
    private Path temp;

    @Test
    void the_source_makes_the_shipped_bytes_wherever_it_lies() throws Exception {
        assumeCompiler("gcc", "gcc (Debian 12.2.0-");
        assumeCompiler("aarch64-linux-gnu-gcc", "aarch64-linux-gnu-gcc (Debian 12.2.0-");
        Path elsewhere = Files.createDirectories(temp.resolve("another place"));
        for (String source : new String[] {"bootstrap.c", "kernel.h", "bootstrap.ld", "build"}) {
            Files.copy(Path.of("src/main/shim", source), elsewhere.resolve(source));
        }

        Process build = new ProcessBuilder("sh", elsewhere.resolve("build").toString(), temp.toString())
                .inheritIO()
                .start();

        assertThat(build.waitFor()).isZero();
        for (Architecture architecture : Architecture.values()) {
            assertThat(temp.resolve("bootstrap-" + architecture))
                    .as("src/main/shim/build, then the resource and published-shims.txt")
                    .hasBinaryContent(new Shim(ShimForm.NATIVE, architecture).bytes());
        }
    }

    private static void assumeCompiler(String compiler, String version) throws IOException, InterruptedException {
        assumeTrue(ShimUnderTest.find(compiler).isPresent(), () -> "no " + compiler + ": see src/test/shim/setup");
        Process process = new ProcessBuilder(compiler, "--version").start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        assumeTrue(answer.startsWith(version), () -> "the shipped bytes are of '" + version + "', this is " + answer);
    }

    @ParameterizedTest
    @EnumSource(Architecture.class)
    void an_executable_is_small_static_and_has_no_writable_code(Architecture architecture) throws IOException {
        byte[] bytes = new Shim(ShimForm.NATIVE, architecture).bytes();
        ElfFile elf = ElfReader.read(new BytesSource(bytes)).orElseThrow();

        assertThat(bytes).hasSizeLessThan(4096);
        assertThat(elf.header().architecture()).contains(architecture);
        assertThat(elf.header().eType()).isEqualTo(ElfHeader.ET_EXEC);
        assertThat(elf.interpreter()).isEmpty();
        assertThat(elf.dynamic().needed()).isEmpty();
        assertThat(elf.programHeaders())
                .extracting(ProgramHeader::pType, ProgramHeader::pFlags)
                .containsExactly(
                        tuple(ProgramHeader.PT_LOAD, READ | ProgramHeader.PF_X),
                        tuple(PT_GNU_STACK, READ | ProgramHeader.PF_W));
    }

    @ParameterizedTest
    @EnumSource(Architecture.class)
    void an_executable_says_nothing_of_the_place_where_it_was_built(Architecture architecture) {
        assertThat(code(architecture)).doesNotContain("GCC", "src/", "/tmp", ".c\0", ".note");
    }

    /** docs/shim.md names the nine places and shows how to see them in the disassembly. */
    @Test
    void an_executable_asks_the_kernel_in_nine_places() {
        assertThat(code(Architecture.X86_64).split("\u000f\u0005", -1)).hasSize(10);
        assertThat(code(Architecture.ARM64).split("\u0001\u0000\u0000\u00d4", -1))
                .hasSize(10);
    }

    private static String code(Architecture architecture) {
        return new String(new Shim(ShimForm.NATIVE, architecture).bytes(), StandardCharsets.ISO_8859_1);
    }
}
