package io.github.lambdabootstrap.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdabootstrap.elf.ElfFixture;
import io.github.lambdabootstrap.elf.ElfLayout;
import io.github.lambdabootstrap.model.Architecture;
import org.junit.jupiter.api.Test;

class ArchitectureMatchesRuleTest extends RuleTestCase {

    ArchitectureMatchesRuleTest() {
        super("architecture-matches");
    }

    @Test
    void the_wanted_processor_is_fine() {
        assertThat(found(bootstrap(function()))).isEmpty();
        on(Architecture.ARM64);
        assertThat(found(bootstrap(ElfFixture.arm64()))).isEmpty();
    }

    @Test
    void another_one_is_an_error() {
        assertThat(found(bootstrap(ElfFixture.arm64())))
                .containsExactly(
                        "error [bootstrap] 'bootstrap' is an arm64 executable but the function is x86_64; Lambda"
                                + " says: fork/exec /var/task/bootstrap: exec format error | fix: build it for x86_64"
                                + " (GOARCH=amd64), or make the function arm64 (lambda.architecture)");
    }

    @Test
    void auto_takes_either_and_no_third() {
        onAnyArchitecture();
        assertThat(found(bootstrap(ElfFixture.arm64()))).isEmpty();
        assertThat(found(bootstrap(function()))).isEmpty();
        assertThat(found(bootstrap(ElfFixture.of(243, new ElfLayout(true, true)))))
                .containsExactly("error [bootstrap] 'bootstrap' is a riscv executable but Lambda has x86_64 and arm64"
                        + " alone; Lambda says: fork/exec /var/task/bootstrap: exec format error"
                        + " | fix: build it for one of these");
    }

    @Test
    void code_of_32_bit_may_run_where_nobody_says_that_it_does_not() {
        ElfFixture i386 = ElfFixture.of(3, new ElfLayout(false, true));
        assertThat(found(bootstrap(i386)))
                .containsExactly(
                        "warning [bootstrap] 'bootstrap' is a 32-bit i386 executable but the function is x86_64;"
                                + " AWS promises nothing for 32-bit code | fix: build it for 64 bit");
        on(Architecture.ARM64);
        assertThat(found(bootstrap(i386)))
                .containsExactly("error [bootstrap] 'bootstrap' is an i386 executable but the function is arm64; Lambda"
                        + " says: fork/exec /var/task/bootstrap: exec format error"
                        + " | fix: build it for arm64 (GOARCH=arm64)");
    }

    @Test
    void what_a_script_starts_counts_too() {
        assertThat(found(bootstrap("#!/bin/sh\nexec ./orders\n")
                        .file("orders", ElfFixture.arm64().bytes())))
                .containsExactly(
                        "error [orders] 'orders' is an arm64 executable but the function is x86_64; Lambda says:"
                                + " Runtime exited with error: exit status 126 | fix: build it for x86_64 (GOARCH=amd64),"
                                + " or make the function arm64 (lambda.architecture)");
    }

    @Test
    void a_demand_for_avx_512_is_a_warning() {
        assertThat(found(bootstrap(function().x86IsaNeeded(0b0111)))).isEmpty();
        assertThat(found(bootstrap(function().x86IsaNeeded(0b1000))))
                .containsExactly(
                        "warning [bootstrap] 'bootstrap' says that it needs a processor of level x86-64-v4, and AWS"
                                + " promises none with AVX-512; without it: CPU ISA level is lower than required, Runtime"
                                + " exited with error: exit status 127 | fix: link it for x86-64-v3 or lower"
                                + " (-Wl,-z,x86-64-v3)");
    }

    @Test
    void arm_of_32_bit_may_run_on_arm64_alone() {
        ElfFixture arm = ElfFixture.of(40, new ElfLayout(false, true));
        assertThat(found(bootstrap(arm)))
                .singleElement()
                .asString()
                .startsWith("error [bootstrap] 'bootstrap' is an arm executable but the function is x86_64;");
        on(Architecture.ARM64);
        assertThat(found(bootstrap(arm)))
                .singleElement()
                .asString()
                .startsWith("warning [bootstrap] 'bootstrap' is a 32-bit arm executable but the function is arm64;");
    }
}
