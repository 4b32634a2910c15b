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
                "LD_PRELOAD=./x.so\n./orders",
                "IFS=/\nexec $LAMBDA_TASK_ROOT/orders",
            })
    void what_is_not_plain_is_left_alone(String body) {
        assertThat(found(bootstrap("#!/bin/sh\n" + body + "\n"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"exec ./orders\r\n", "# go\r\n\r\nset -e\r\nA=b\r\n\"$LAMBDA_TASK_ROOT/orders\"\r\n\r\n"})
    void a_shell_takes_a_carriage_return_for_a_letter(String body) {
        byte[] function = function().bytes();
        assertThat(found(bootstrap("#!/bin/sh\n" + body).file("orders", function)))
                .containsExactly(
                        "error [bootstrap] the script 'bootstrap' starts 'orders\\r', which is not in the archive;"
                                + " Lambda says: Runtime exited with error: exit status 127"
                                + " | fix: save the script with Unix line ends (LF)");
        assertThat(found(bootstrap("#!/bin/sh\n" + body).file("orders\r", function)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"exec ./orders --now\r\n", "# a\rexec ./old\nexec ./orders\n"})
    void a_carriage_return_elsewhere_is_of_no_account(String body) {
        assertThat(found(bootstrap("#!/bin/sh\n" + body)
                        .file("orders", function().bytes())))
                .isEmpty();
    }

    @Test
    void a_script_that_is_not_read_to_its_end_is_left_alone() {
        assertThat(found(bootstrap("#!/bin/sh\nexec ./orders\n" + "#".repeat(64 * 1024))))
                .isEmpty();
    }

    @Test
    void a_script_that_names_folders_of_libraries_is_followed_without_them() {
        String script =
                "#!/bin/sh\nexport LD_LIBRARY_PATH=\"$LAMBDA_TASK_ROOT/native:${LD_LIBRARY_PATH}\"\nexec ./orders\n";
        assertThat(found(bootstrap(script))).hasSize(1);
        found(bootstrap(script)
                .file(
                        "orders",
                        function()
                                .dynamicExecutable("2.17")
                                .needs("libssl.so.1.1")
                                .bytes()));
        assertThat(judged(folder.resolve("orders.zip")).findings()).isEmpty();
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
