package io.github.lambdabootstrap.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EntryMethodRuleTest extends RuleTestCase {

    EntryMethodRuleTest() {
        super("entry-method");
    }

    @Test
    void stored_and_deflated_are_fine() {
        assertThat(found(bootstrap(function()).file("x", "").stored("x"))).isEmpty();
    }

    @Test
    void another_method_is_a_warning() {
        assertThat(found(bootstrap(function()).file("x", "x").method(93)))
                .containsExactly(
                        "warning [x] entry 'x' is compressed by Zstandard; only stored and deflated entries are"
                                + " known to work on Lambda | fix: zip with DEFLATE, the default of nearly every tool");
    }
}
