package io.github.lambdabootstrap.shim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
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

    /** Without the tools it fails: whoever asks for it has run the setup. */
    @Tag("fuzz")
    @ParameterizedTest
    @ValueSource(strings = {"", AS_SHIPPED})
    void nor_do_a_million_with_and_without_sanitizers(String flags) throws Exception {
        prove(1_000_000, flags);
    }

    /** @param flags of the compiler; the sanitizers when empty */
    private static void prove(int executions, String flags) throws Exception {
        ProcessBuilder fuzz = new ProcessBuilder("sh", "src/test/shim/fuzz", String.valueOf(executions), "1");
        fuzz.environment().put("FUZZ_FLAGS", flags);
        Process process = fuzz.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output).contains(executions + " executions, ");
    }
}
