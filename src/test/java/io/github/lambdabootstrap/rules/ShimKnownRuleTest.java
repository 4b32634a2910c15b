package io.github.lambdabootstrap.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdabootstrap.model.Architecture;
import io.github.lambdabootstrap.shim.Shim;
import io.github.lambdabootstrap.shim.ShimForm;
import org.junit.jupiter.api.Test;

class ShimKnownRuleTest extends RuleTestCase {

    ShimKnownRuleTest() {
        super("shim-known");
    }

    @Test
    void our_own_shim_is_named_with_its_version() {
        handlers("orders");
        assertThat(found(bundle().file("orders", function().bytes())))
                .containsExactly(
                        "info [bootstrap] 'bootstrap' is the lambda-bootstrap shim 2 native x86_64, which starts"
                                + " what the Handler names | fix: nothing to do");
    }

    @Test
    void without_handlers_somebody_should_list_them() {
        byte[] script = new Shim(ShimForm.SH, Architecture.X86_64).bytes();
        assertThat(found(zip().file("orders", function().bytes())
                        .file("run", script)
                        .symlink("bootstrap", "run")))
                .containsExactly(
                        "info [run] 'bootstrap' (-> 'run') is the lambda-bootstrap shim 1 sh, which starts what"
                                + " the Handler names | fix: list the Handlers (lambda.handlers) to have each proven");
    }

    @Test
    void a_hand_written_form_is_shown() {
        assertThat(found(bootstrap("#!/bin/bash\nexec \"${PWD}/${_HANDLER}\"\n")))
                .containsExactly("info [bootstrap] 'bootstrap' is the hand-written shell form: exec"
                        + " \"${PWD}/${_HANDLER}\", which starts what the Handler names"
                        + " | fix: list the Handlers (lambda.handlers) to have each proven");
    }

    @Test
    void routes_are_told() {
        assertThat(found(bundle().file("orders", function().bytes())
                        .file("bootstrap.map", "lambda-bootstrap-map 1\nroute * orders\n")))
                .containsExactly(
                        "info [bootstrap] 'bootstrap' is the lambda-bootstrap shim 2 native x86_64, which starts"
                                + " what the routes of bootstrap.map name | fix: nothing to do");
    }

    @Test
    void every_other_bootstrap_is_no_shim() {
        assertThat(found(bootstrap(function()))).isEmpty();
        assertThat(found(bootstrap("#!/bin/sh\nexec ./orders\n"))).isEmpty();
        assertThat(found(zip().file("orders", function().bytes()))).isEmpty();
        assertThat(found(bundle().encrypted())).isEmpty();
    }
}
