package io.github.lambdabootstrap.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RuntimeSupportedRuleTest extends RuleTestCase {

    RuntimeSupportedRuleTest() {
        super("runtime-supported");
    }

    private static final String FIX =
            " | fix: set the runtime to provided.al2023 (lambda.runtime) and deploy the function with it";

    @Test
    void a_runtime_that_aws_carries_is_fine() {
        on("provided.al2");
        at("2026-07-30T23:59:59Z");
        assertThat(found(bootstrap(function()))).isEmpty();
    }

    @Test
    void one_that_it_does_not_is_a_warning_that_grows_with_time() {
        on("provided.al2");
        String ended = "warning AWS ended its support of provided.al2 (Amazon Linux 2) on 2026-07-31";
        at("2026-07-31T00:00:00Z");
        assertThat(found(bootstrap(function()))).containsExactly(ended + FIX);
        at("2027-02-01T00:00:00Z");
        assertThat(found(bootstrap(function())))
                .containsExactly(ended + "; since 2027-02-01 functions can no longer be created on it" + FIX);
        at("2027-03-03T00:00:00Z");
        assertThat(found(bootstrap(function())))
                .containsExactly(ended + "; since 2027-03-03 functions can no longer be updated on it" + FIX);
    }
}
