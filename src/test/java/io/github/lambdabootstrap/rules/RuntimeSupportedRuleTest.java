package io.github.lambdabootstrap.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdabootstrap.model.LambdaRuntime;
import io.github.lambdabootstrap.model.Lifecycle;
import io.github.lambdabootstrap.model.RuntimeCatalog;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RuntimeSupportedRuleTest extends RuleTestCase {

    RuntimeSupportedRuleTest() {
        super("runtime-supported");
    }

    private static final String FIX = " (by cfn-lint, LmbdRuntimeLifecycle.json at commit afd7953, 2026-06-02)"
            + " | fix: set the runtime to provided.al2023 (lambda.runtime) and deploy the function with it";

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

    @Test
    void a_runtime_may_be_blocked_although_nobody_says_that_its_support_ended() {
        LocalDate day = LocalDate.parse("2026-01-01");
        on(al2023(Optional.empty(), Optional.of(day), Optional.of(day.plusDays(1))));
        String end = " on provided.al2023 (Amazon Linux 2023) (by AWS\\n, 2025-12-31) | fix: look for its successor in"
                + " AWS's list of runtimes, and for a version of this plugin that knows it";
        at("2025-12-31T23:59:59Z");
        assertThat(found(bootstrap(function()))).isEmpty();
        at("2026-01-01T00:00:00Z");
        assertThat(found(bootstrap(function())))
                .containsExactly("warning since 2026-01-01 functions can no longer be created" + end);
        at("2026-01-02T00:00:00Z");
        assertThat(found(bootstrap(function())))
                .containsExactly("warning since 2026-01-02 functions can no longer be updated" + end);
    }

    private static LambdaRuntime al2023(
            Optional<LocalDate> deprecated, Optional<LocalDate> createBlocked, Optional<LocalDate> updateBlocked) {
        LocalDate sourceDate = LocalDate.parse("2025-12-31");
        return RuntimeCatalog.builtIn()
                .find("provided.al2023")
                .orElseThrow()
                .with(new Lifecycle(deprecated, createBlocked, updateBlocked, "AWS\n", sourceDate));
    }
}
