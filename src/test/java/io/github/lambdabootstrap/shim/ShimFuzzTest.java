package io.github.lambdabootstrap.shim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A short run of the fuzzer with a fixed seed; {@code src/test/shim/fuzz} alone makes a million executions. */
@EnabledOnOs(OS.LINUX)
class ShimFuzzTest {

    private static final String AS_SHIPPED = "-Os";

    @Test
    void random_environments_and_maps_never_start_anything_outside_the_task_root() throws Exception {
        assumeTrue(ShimUnderTest.find("gcc").isPresent(), "no gcc: see src/test/shim/setup");
        prove(Integer.getInteger("shim.fuzz", 20_000), "");
    }

    /** A fuzzer that nothing can upset proves nothing. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "if (segment == root) refuse ; if (0) refuse ; outside the task root",
                "} else if (!segment[1] || (dots && !*dots)) { ; } else if (0) { ; outside the task root",
                "is_same(target, request.self) ? ELOOP : ; ; itself",
                "length_of(name) + 1] ; length_of(name)] ; dynamic-stack-buffer-overflow",
            })
    void the_fuzzer_notices_a_shim_that_is_broken(String code, String broken, String message, @TempDir Path copy)
            throws Exception {
        assumeTrue(ShimUnderTest.find("gcc").isPresent(), "no gcc: see src/test/shim/setup");
        for (String file : List.of("src/main/shim/bootstrap.c", "src/test/shim/fuzz", "src/test/shim/fuzz.c")) {
            Files.createDirectories(copy.resolve(file).getParent());
            Files.copy(Path.of(file), copy.resolve(file));
        }
        Path source = copy.resolve("src/main/shim/bootstrap.c");
        String intact = Files.readString(source);
        assertThat(intact).containsOnlyOnce(code);
        Files.writeString(source, intact.replace(code, broken == null ? "" : broken));

        Run run = run(copy.resolve("src/test/shim/fuzz"), 20_000, "");

        assertThat(run.exitCode()).as(run.output()).isNotZero();
        assertThat(run.output()).contains(message);
    }

    /** Without the tools it fails: whoever asks for it has run the setup. */
    @Tag("fuzz")
    @ParameterizedTest
    @ValueSource(strings = {"", AS_SHIPPED})
    void nor_do_a_million_with_and_without_sanitizers(String flags) throws Exception {
        prove(1_000_000, flags);
    }

    private static void prove(int executions, String flags) throws Exception {
        Run run = run(Path.of("src/test/shim/fuzz"), executions, flags);

        assertThat(run.exitCode()).as(run.output()).isZero();
        assertThat(run.output()).contains(executions + " executions, ");
    }

    private record Run(int exitCode, String output) {}

    /** @param flags of the compiler; the sanitizers when empty */
    private static Run run(Path script, int executions, String flags) throws Exception {
        ProcessBuilder fuzz = new ProcessBuilder("sh", script.toString(), String.valueOf(executions), "1");
        fuzz.environment().put("FUZZ_FLAGS", flags);
        Process process = fuzz.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), output);
    }
}
