package io.github.lambdabootstrap.shim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A short run of the fuzzer with a fixed seed; {@code src/test/shim/fuzz} alone makes a million executions. */
@EnabledOnOs(OS.LINUX)
class ShimFuzzTest {

    @Test
    void random_environments_and_maps_never_start_anything_outside_the_task_root() throws Exception {
        assumeTrue(ShimUnderTest.find("gcc").isPresent(), "no gcc: see src/test/shim/setup");
        Process fuzz = new ProcessBuilder(
                        "sh",
                        "src/test/shim/fuzz",
                        Integer.getInteger("shim.fuzz", 20_000).toString(),
                        "1")
                .redirectErrorStream(true)
                .start();
        String output = new String(fuzz.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(fuzz.waitFor()).as(output).isZero();
    }
}
