package io.github.lambdabootstrap.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.lambdabootstrap.archive.ZipFixture;
import io.github.lambdabootstrap.elf.ElfFixture;
import io.github.lambdabootstrap.problem.SafeText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptInterpreterRuleTest extends RuleTestCase {

    ScriptInterpreterRuleTest() {
        super("script-interpreter");
    }

    private static final String NO_FILE =
            "; Lambda says: fork/exec /var/task/bootstrap: no such file or directory | fix: ";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#!/bin/sh",
                "#!/bin/bash -e",
                "#! /usr/bin/bash\t",
                "#!/usr/bin/env bash",
                "#!/usr/bin/env -S bash -e",
                "#!/opt/bin/php -d x",
            })
    void what_lambda_has_or_a_layer_may_have_is_fine(String line) {
        assertThat(found(bootstrap(line + "\necho\n"))).isEmpty();
    }

    @Test
    void carriage_returns_in_later_lines_are_not_its_business() {
        assertThat(found(bootstrap("#!/bin/sh\necho\r\n"))).isEmpty();
    }

    @Test
    void a_windows_line_end_hides_the_interpreter() {
        String fix = "save it with Unix line ends (LF), and tell Git so: bootstrap text eol=lf";
        assertThat(found(bootstrap("#!/bin/sh\r\necho\r\n")))
                .containsExactly("error [bootstrap] the script 'bootstrap' ends its first line in CR LF, so Linux looks"
                        + " for '/bin/sh\\r'" + NO_FILE + fix);
        assertThat(found(bootstrap("#!/usr/bin/env bash\r\n")))
                .containsExactly(
                        "error [bootstrap] the script 'bootstrap' ends its first line in CR LF, so 'bash\\r' is"
                                + " what env gets; Lambda says: Runtime exited with error: exit status 127 | fix: "
                                + fix);
    }

    @Test
    void several_words_behind_the_interpreter_are_one_argument() {
        assertThat(found(bootstrap("#!/bin/bash -euo pipefail\n")))
                .containsExactly("error [bootstrap] the script 'bootstrap' has the first line '#!/bin/bash -euo"
                        + " pipefail'; Linux passes all behind the interpreter as one argument, which the shell refuses;"
                        + " Lambda says: Runtime exited with error: exit status 2"
                        + " | fix: write '#!/bin/bash' and a line 'set -euo pipefail' below it");
        assertThat(found(bootstrap("#!/usr/bin/env bash -e\n")))
                .containsExactly("error [bootstrap] the script 'bootstrap' has the first line '#!/usr/bin/env bash -e';"
                        + " Linux passes all behind the interpreter as one argument, and env finds no program of that"
                        + " name; Lambda says: Runtime exited with error: exit status 127"
                        + " | fix: write '#!/bin/bash' and the options in a 'set' line below it");
    }

    @Test
    void an_interpreter_that_cannot_be_there_is_an_error() {
        assertThat(found(bootstrap("#!/usr/local/bin/php\n")))
                .containsExactly("error [bootstrap] the script 'bootstrap' names the interpreter '/usr/local/bin/php',"
                        + " which Lambda does not have" + NO_FILE
                        + "write the script for /bin/sh, or ship the interpreter in the zip");
    }

    @Test
    void an_interpreter_of_the_archive_must_be_there() {
        assertThat(found(bootstrap("#!/var/task/bin/php\n")
                        .file("bin/php", function().bytes())))
                .isEmpty();
        assertThat(found(bootstrap("#!/var/task/bin/php\n")))
                .containsExactly("error [bootstrap] the script 'bootstrap' names the interpreter '/var/task/bin/php',"
                        + " which is not in the archive" + NO_FILE
                        + "put the interpreter there with mode 0755, or use /bin/sh");
    }

    @Test
    void a_file_whose_name_ends_in_a_carriage_return_can_be_an_interpreter() {
        assertThat(found(bootstrap("#!/var/task/php\r\n")
                        .file("php\r", function().bytes())))
                .isEmpty();
    }

    @Test
    void an_interpreter_of_the_archive_has_the_rules_of_a_program() {
        ZipFixture closed = bootstrap("#!/var/task/php\n")
                .file("php", ElfFixture.arm64().staticExecutable().bytes())
                .mode(0644);
        assertThat(found(closed)).isEmpty();
        assertThat(judged(folder.resolve("orders.zip")).findings())
                .extracting(Finding::rule, Finding::entry)
                .containsExactly(tuple("bootstrap-executable", "php"), tuple("architecture-matches", "php"));
    }

    @Test
    void an_interpreter_that_a_shell_looks_for_must_be_executable() {
        assertThat(found(bootstrap("#!/bin/sh\nexec ./run\n")
                        .file("run", "#!/var/task/php\n")
                        .file("php", function().bytes())
                        .mode(0644)))
                .containsExactly("error [run] the script 'run' names the interpreter '/var/task/php', which has no"
                        + " execute bit for others; Lambda says: Runtime exited with error: exit status 126"
                        + " | fix: put the interpreter there with mode 0755, or use /bin/sh");
    }

    @Test
    void linux_follows_five_scripts_and_no_circle() {
        String endless = "error [%1$s] the script '%1$s' has an interpreter that is a script, whose interpreter is a"
                + " script, and so on; Linux follows 5 of them; Lambda says: fork/exec /var/task/bootstrap: too many"
                + " levels of symbolic links | fix: name an interpreter that is an executable";
        ZipFixture five =
                bootstrap("#!a\n").file("a", "#!b\n").file("b", "#!c\n").file("c", "#!d\n");
        assertThat(found(five.file("d", "#!/bin/sh\n"))).isEmpty();
        ZipFixture six =
                bootstrap("#!a\n").file("a", "#!b\n").file("b", "#!c\n").file("c", "#!d\n");
        assertThat(found(six.file("d", "#!e\n").file("e", "#!/bin/sh\n"))).containsExactly(endless.formatted("e"));
        assertThat(found(bootstrap("#!bootstrap\n"))).containsExactly(endless.formatted("bootstrap"));
        assertThat(found(bootstrap("#!a\n").file("a", "#!/var/task/bootstrap\n")))
                .containsExactly(endless.formatted("a"));
    }

    @Test
    void linux_reads_the_beginning_of_a_long_line() {
        String longest = "/var/task/" + "a".repeat(253 - "/var/task/".length() - 1);
        String name = longest.substring("/var/task/".length());
        assertThat(found(bootstrap("#!" + longest + " x".repeat(99) + "\n")
                        .file(name, function().bytes())))
                .isEmpty();
        assertThat(found(bootstrap("#!" + longest + "aa\n")))
                .containsExactly("error [bootstrap] the script 'bootstrap' names an interpreter by a path that Linux"
                        + " cannot read to its end, '" + SafeText.of(longest + "a")
                        + "'; it looks at the first 256 bytes of a script alone; Lambda says: fork/exec"
                        + " /var/task/bootstrap: exec format error | fix: give the interpreter a shorter path");
    }

    @Test
    void an_interpreter_of_a_layer_must_be_in_one_when_all_are_known() {
        beside(zip().file("readme", "x"));
        assertThat(found(bootstrap("#!/opt/bin/php\n")))
                .containsExactly("error [bootstrap] the script 'bootstrap' names the interpreter '/opt/bin/php', which"
                        + " no layer has" + NO_FILE
                        + "put the interpreter into the zip or a layer, or write the script for /bin/sh");
        beside(zip().file("bin/php", "x"));
        assertThat(found(bootstrap("#!/opt/bin/php\n"))).isEmpty();
    }

    @Test
    void env_starts_what_the_archive_has_by_its_path() {
        assertThat(found(bootstrap("#!/usr/bin/env ./php\n")
                        .file("php", function().bytes())
                        .mode(0755)))
                .isEmpty();
        assertThat(found(bootstrap("#!/usr/bin/env /var/task/php\n")))
                .containsExactly(
                        "error [bootstrap] the script 'bootstrap' asks env for '/var/task/php', which is not in"
                                + " the archive; Lambda says: Runtime exited with error: exit status 127"
                                + " | fix: put the interpreter there with mode 0755, or use /bin/sh");
    }

    @Test
    void the_loader_is_no_interpreter() {
        assertThat(found(bootstrap("#!/lib64/ld-linux-x86-64.so.2\n")))
                .containsExactly("error [bootstrap] the script 'bootstrap' names the interpreter"
                        + " '/lib64/ld-linux-x86-64.so.2', which is the dynamic loader and takes a script for a damaged"
                        + " library; Lambda says: Runtime exited with error: exit status 127"
                        + " | fix: write the script for /bin/sh");
    }

    @Test
    void an_interpreter_that_may_be_there_is_a_warning() {
        assertThat(found(bootstrap("#!/usr/bin/python3\n")))
                .containsExactly("warning [bootstrap] the script 'bootstrap' names the interpreter '/usr/bin/python3',"
                        + " which Lambda is not known to have; without it: fork/exec /var/task/bootstrap: no such file"
                        + " or directory | fix: write the script for /bin/sh, or ship the interpreter in the zip");
        assertThat(found(bootstrap("#!/usr/bin/env node\n")))
                .containsExactly("warning [bootstrap] the script 'bootstrap' asks env for 'node', which Lambda is not"
                        + " known to have; without it: Runtime exited with error: exit status 127"
                        + " | fix: ship the interpreter in the zip or a layer, or write the script for /bin/sh");
    }
}
