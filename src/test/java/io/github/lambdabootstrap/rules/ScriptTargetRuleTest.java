package io.github.lambdabootstrap.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptTargetRuleTest extends RuleTestCase {

    ScriptTargetRuleTest() {
        super("script-target");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exec ./orders",
                "./orders -Xmx64m \"$@\" 2>&1",
                "$LAMBDA_TASK_ROOT/orders",
                "exec \"${LAMBDA_TASK_ROOT}/orders\"",
                "\"$LAMBDA_TASK_ROOT\"/orders",
                "cd ${LAMBDA_TASK_ROOT:-.}\n./orders",
                "/var/task/orders",
                "\"$(dirname \"$0\")/orders\"",
                "set -euo pipefail\n# go\nexport A=b\n\nexec ./orders\necho unreached",
            })
    void a_plain_script_starts_what_is_in_the_archive(String body) {
        assertThat(found(bootstrap("#!/bin/sh\n" + body + "\n")
                        .file("orders", function().bytes())))
                .isEmpty();
        assertThat(found(bootstrap("#!/bin/sh\n" + body + "\n")))
                .containsExactly(
                        "error [bootstrap] the script 'bootstrap' starts 'orders', which is not in the archive;"
                                + " Lambda says: Runtime exited with error: exit status 127"
                                + " | fix: put the program into the zip under that name, or correct the script");
    }

    @Test
    void a_folder_cannot_be_started() {
        assertThat(found(bootstrap("#!/bin/bash\nexec ./bin\n").file("bin/orders", "x")))
                .containsExactly("error [bootstrap] the script 'bootstrap' starts 'bin', which is a directory; Lambda"
                        + " says: Runtime exited with error: exit status 126"
                        + " | fix: put the program into the zip under that name, or correct the script");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "./$_HANDLER",
                "if [ -x ./orders ]; then exec ./orders; fi",
                "./setup\nexec ./orders",
                "cd /tmp\n./orders",
                "LAMBDA_TASK_ROOT=/tmp\n$LAMBDA_TASK_ROOT/orders",
                "PATH=/opt/bin\norders",
                "./orders | cat",
                "./orders &",
                "./orders || ./other",
                "test -f x && exec ./orders",
                "A=$(./orders)",
                "exec ./bin/../$X",
                "cat <<EOF\nexec ./orders\nEOF",
                "A=\"x\nexec ./orders\n\"",
                "exec /usr/bin/python3 main.py",
                "exec /opt/bootstrap",
            })
    void what_is_not_plain_is_left_alone(String body) {
        assertThat(found(bootstrap("#!/bin/sh\n" + body + "\n"))).isEmpty();
    }

    @Test
    void only_shell_scripts_are_followed() {
        assertThat(found(bootstrap("#!/usr/bin/python3\nexec ./orders\n"))).isEmpty();
    }

    @Test
    void a_script_that_starts_itself_ends() {
        assertThat(found(bootstrap("#!/bin/sh\nexec ./bootstrap\n"))).isEmpty();
    }
}
