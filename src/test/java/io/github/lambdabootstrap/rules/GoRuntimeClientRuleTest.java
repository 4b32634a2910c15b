package io.github.lambdabootstrap.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdabootstrap.elf.ElfFixture;
import io.github.lambdabootstrap.elf.GoBuildInfoFixture;
import org.junit.jupiter.api.Test;

class GoRuntimeClientRuleTest extends RuleTestCase {

    GoRuntimeClientRuleTest() {
        super("go-runtime-client");
    }

    private static final String MODULE = "github.com/aws/aws-lambda-go";

    @Test
    void a_client_since_1_18_is_fine() {
        assertThat(found(bootstrap(function().goBuildInfo(GoBuildInfoFixture.function("v1.18.0")))))
                .isEmpty();
        assertThat(found(bootstrap(ElfFixture.x86_64().goBuildInfo(GoBuildInfoFixture.function("v1.18.0")))))
                .isEmpty();
        assertThat(found(bootstrap(function()))).isEmpty();
    }

    @Test
    void an_older_one_never_asks_for_work() {
        assertThat(found(bootstrap(ElfFixture.x86_64().goBuildInfo(GoBuildInfoFixture.function("v1.17.0")))))
                .containsExactly(
                        "error [bootstrap] 'bootstrap' is built with aws-lambda-go v1.17.0, which has no Runtime"
                                + " API client (since v1.18.0) and waits for calls that never come; Lambda says: Task timed out"
                                + " | fix: go get github.com/aws/aws-lambda-go@latest, and look for a replace in go.mod");
    }

    @Test
    void the_text_of_another_client_proves_that_it_asks() {
        assertThat(found(bootstrap(function().goBuildInfo(GoBuildInfoFixture.function("v1.17.0")))))
                .isEmpty();
    }

    @Test
    void an_interpreter_may_leave_the_asking_to_its_script() {
        byte[] old = ElfFixture.x86_64()
                .goBuildInfo(GoBuildInfoFixture.function("v1.17.0"))
                .bytes();
        assertThat(found(bootstrap("#!/var/task/run\n").file("run", old))).isEmpty();
        assertThat(found(bootstrap("#!/bin/sh\nexec ./run\n").file("run", old))).hasSize(1);
    }

    @Test
    void the_version_in_effect_counts() {
        GoBuildInfoFixture replaced = GoBuildInfoFixture.go("go1.26.8").dependency(MODULE, "v1.17.0");
        assertThat(found(bootstrap(ElfFixture.x86_64().goBuildInfo(replaced.replacedBy(MODULE, "v1.47.0")))))
                .isEmpty();
        assertThat(found(bootstrap(ElfFixture.x86_64().goBuildInfo(replaced.replacedBy("../fork", "")))))
                .isEmpty();
        assertThat(found(bootstrap(ElfFixture.x86_64().goBuildInfo(replaced.replacedBy("example.com/fork", "v0.1.0")))))
                .isEmpty();
        GoBuildInfoFixture back = GoBuildInfoFixture.go("go1.26.8").dependency(MODULE, "v1.47.0");
        assertThat(found(bootstrap(ElfFixture.x86_64().goBuildInfo(back.replacedBy(MODULE, "v1.6.0")))))
                .hasSize(1);
    }

    @Test
    void what_is_packed_or_says_nothing_is_unknown() {
        assertThat(found(bootstrap(ElfFixture.x86_64().goBuildInfo(GoBuildInfoFixture.go("go1.26.8")))))
                .isEmpty();
    }
}
