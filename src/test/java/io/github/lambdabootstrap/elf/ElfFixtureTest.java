package io.github.lambdabootstrap.elf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The fixtures against the kernel and the loader of an x86-64 machine with glibc. */
@Tag("truth")
class ElfFixtureTest {

    @TempDir
    Path folder;

    @BeforeEach
    void the_machine_is_what_the_fixtures_are_for() {
        assumeTrue(Files.isExecutable(Path.of(ElfFixture.GLIBC_LOADER_X86_64)));
    }

    @Test
    void a_static_executable_runs() throws Exception {
        assertThat(run(ElfFixture.x86_64().staticExecutable().runtimeClient())).isEqualTo("exit 0: ");
    }

    @Test
    void a_static_position_independent_executable_runs() throws Exception {
        assertThat(run(ElfFixture.x86_64().staticPie())).isEqualTo("exit 0: ");
    }

    @Test
    void an_executable_that_claims_another_class_and_byte_order_runs() throws Exception {
        assertThat(run(ElfFixture.x86_64().claiming(1, 2))).isEqualTo("exit 0: ");
    }

    @Test
    void a_dynamic_executable_runs_when_its_versions_are_there() throws Exception {
        assertThat(run(ElfFixture.x86_64().dynamicExecutable("2.2.5"))).isEqualTo("exit 0: ");
    }

    @Test
    void a_dynamic_executable_names_the_version_that_is_not_there() throws Exception {
        assertThat(run(ElfFixture.x86_64().dynamicExecutable("2.99")))
                .startsWith("exit 1: ")
                .contains("version `GLIBC_2.99' not found");
    }

    @Test
    void a_weak_version_that_is_not_there_is_only_warned_of() throws Exception {
        assertThat(run(ElfFixture.x86_64().dynamicExecutable("2.2.5").weakVersion("libc.so.6", "GLIBC_2.99")))
                .startsWith("exit 0: ")
                .contains("weak version `GLIBC_2.99' not found");
    }

    @Test
    void a_library_that_is_not_there_is_named() throws Exception {
        assertThat(run(ElfFixture.x86_64().dynamicExecutable("2.2.5").needs("libnowhere.so.1")))
                .startsWith("exit 127: ")
                .contains("libnowhere.so.1: cannot open shared object file");
    }

    private String run(ElfFixture fixture) throws IOException, InterruptedException {
        Path file = folder.resolve("program");
        Files.write(file, fixture.bytes());
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        Process process =
                new ProcessBuilder(file.toString()).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return "exit " + process.waitFor() + ": " + output;
    }
}
