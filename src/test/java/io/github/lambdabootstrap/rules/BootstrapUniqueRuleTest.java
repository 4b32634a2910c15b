package io.github.lambdabootstrap.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BootstrapUniqueRuleTest extends RuleTestCase {

    BootstrapUniqueRuleTest() {
        super("bootstrap-unique");
    }

    @Test
    void one_bootstrap_is_fine_and_so_are_two_equal_ones() {
        assertThat(found(bootstrap(function()))).isEmpty();
        assertThat(found(bootstrap(function()).file("bootstrap", function().bytes())))
                .isEmpty();
    }

    @Test
    void bits_of_the_mode_that_are_not_lambdas_make_no_difference_and_the_others_do() {
        assertThat(found(bootstrap(function())
                        .file("bootstrap", function().bytes())
                        .mode(0775)))
                .isEmpty();
        assertThat(found(bootstrap(function())
                        .file("bootstrap", function().bytes())
                        .mode(0754)))
                .hasSize(1);
    }

    @Test
    void two_different_ones_are_an_error() {
        assertThat(found(bootstrap(function()).symlink("bootstrap", "bootstrap")))
                .containsExactly("error [bootstrap] 2 entries are called 'bootstrap' and differ; which one Lambda keeps"
                        + " is unknown | fix: keep one of them (build-lambda-zip adds its own when the executable is"
                        + " called otherwise)");
    }
}
