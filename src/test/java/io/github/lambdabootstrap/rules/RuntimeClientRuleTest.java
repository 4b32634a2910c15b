package io.github.lambdabootstrap.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdabootstrap.elf.ElfFixture;
import io.github.lambdabootstrap.elf.GoBuildInfoFixture;
import org.junit.jupiter.api.Test;

class RuntimeClientRuleTest extends RuleTestCase {

    RuntimeClientRuleTest() {
        super("runtime-client");
    }

    @Test
    void the_text_of_a_client_is_enough() {
        assertThat(found(bootstrap(function()))).isEmpty();
    }

    @Test
    void a_program_without_it_is_a_warning() {
        assertThat(found(bootstrap(ElfFixture.x86_64())))
                .containsExactly("warning [bootstrap] 'bootstrap' does not hold the text '/runtime/invocation/', so"
                        + " nothing in it seems to ask Lambda for work; it then says: Task timed out, or Runtime exited"
                        + " without providing a reason | fix: call lambda.Start of aws-lambda-go, or the Runtime API"
                        + " client of your language; when the archive holds the wrong program, correct the build");
    }

    @Test
    void a_program_beside_it_may_be_the_one_that_asks() {
        assertThat(found(bootstrap(ElfFixture.x86_64())
                        .file("bin/orders", function().bytes())))
                .isEmpty();
        assertThat(found(bootstrap(ElfFixture.x86_64()).file("Orders.dll", "MZ")))
                .isEmpty();
        assertThat(found(bootstrap(ElfFixture.x86_64()).file("config.json", "{}")))
                .hasSize(1);
    }

    @Test
    void a_script_may_ask_in_any_way() {
        assertThat(found(bootstrap("#!/bin/sh\ncurl\n"))).isEmpty();
    }

    @Test
    void an_old_go_client_has_a_rule_of_its_own() {
        assertThat(found(bootstrap(ElfFixture.x86_64().goBuildInfo(GoBuildInfoFixture.function("v1.17.0")))))
                .isEmpty();
    }
}
