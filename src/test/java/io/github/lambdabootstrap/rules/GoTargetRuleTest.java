package io.github.lambdabootstrap.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdabootstrap.elf.GoBuildInfoFixture;
import org.junit.jupiter.api.Test;

class GoTargetRuleTest extends RuleTestCase {

    GoTargetRuleTest() {
        super("go-target");
    }

    @Test
    void linux_is_fine_and_so_is_silence() {
        assertThat(found(bootstrap(function().goBuildInfo(GoBuildInfoFixture.function("v1.50.0")))))
                .isEmpty();
        assertThat(found(bootstrap(function().goBuildInfo(GoBuildInfoFixture.go("go1.26.8")))))
                .isEmpty();
    }

    @Test
    void another_system_that_only_the_build_info_tells_is_an_error() {
        assertThat(found(bootstrap(
                        function().goBuildInfo(GoBuildInfoFixture.go("go1.26.8").setting("GOOS", "dragonfly")))))
                .containsExactly("error [bootstrap] 'bootstrap' was built by Go for dragonfly; Lambda says: Runtime"
                        + " exited with error: signal: segmentation fault | fix: build it with GOOS=linux");
    }

    @Test
    void a_processor_that_aws_does_not_promise_is_a_warning() {
        assertThat(found(bootstrap(
                        function().goBuildInfo(GoBuildInfoFixture.go("go1.26.8").setting("GOAMD64", "v4")))))
                .containsExactly("warning [bootstrap] 'bootstrap' was built with GOAMD64=v4, and AWS promises no"
                        + " processor with AVX-512; without one it stops at its start"
                        + " | fix: build it with GOAMD64=v3 or lower");
    }

    @Test
    void a_system_that_the_headers_tell_has_a_rule_of_its_own() {
        assertThat(found(bootstrap(function()
                        .osabi(9)
                        .goBuildInfo(GoBuildInfoFixture.go("go1.26.8").setting("GOOS", "freebsd")))))
                .isEmpty();
    }
}
