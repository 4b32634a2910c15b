package io.github.lambdabootstrap.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BootstrapFormatRuleTest extends RuleTestCase {

    BootstrapFormatRuleTest() {
        super("bootstrap-format");
    }

    @Test
    void elf_files_and_scripts_start() {
        assertThat(found(bootstrap(function()))).isEmpty();
        assertThat(found(bootstrap("#!/bin/sh\n"))).isEmpty();
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                arguments("", "an empty file", "look for the build step before it that failed to write it"),
                arguments(
                        "echo hi\n",
                        "text without a '#!' line",
                        "write '#!/bin/sh' as the first line, without blanks before it"),
                arguments(
                        "\ufeff#!/bin/sh\n",
                        "a script behind a byte order mark",
                        "save it as UTF-8 without a byte order mark"),
                arguments(
                        "MZ\0",
                        "a Windows (PE) executable",
                        "build it for Linux: GOOS=linux for Go, a *-linux-* target for others"),
                arguments(
                        "!<arch>\n",
                        "an ar archive of object files",
                        "build a package main: a Go package of another name is compiled to an archive of object files"),
                arguments("PK\3\4", "a zip archive", "unpack it before it is zipped"),
                arguments("\0asm", "a WebAssembly module", "put a Linux executable or a script at 'bootstrap'"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void anything_else_is_named(String content, String what, String fix) {
        assertThat(found(bootstrap(content)))
                .containsExactly("error [bootstrap] 'bootstrap' is " + what + "; Lambda says: fork/exec"
                        + " /var/task/bootstrap: exec format error | fix: " + fix);
    }

    @Test
    void a_mach_o_file_is_named() {
        byte[] head = {(byte) 0xcf, (byte) 0xfa, (byte) 0xed, (byte) 0xfe};
        assertThat(found(zip().file("bootstrap", head)))
                .containsExactly("error [bootstrap] 'bootstrap' is a macOS (Mach-O) executable; Lambda says: fork/exec"
                        + " /var/task/bootstrap: exec format error | fix: build it for Linux: GOOS=linux for Go, a"
                        + " *-linux-* target for others");
    }

    @Test
    void a_script_needs_an_interpreter_in_its_first_line() {
        assertThat(found(bootstrap("#!\necho\n")))
                .containsExactly("error [bootstrap] 'bootstrap' has no interpreter behind '#!'; Lambda says: fork/exec"
                        + " /var/task/bootstrap: exec format error | fix: write '#!/bin/sh' as the first line");
    }

    @Test
    void a_shell_takes_text_for_a_script_but_no_program_of_another_system() {
        assertThat(found(bootstrap("#!/bin/sh\n./run\n").file("run", "echo hi\n")))
                .isEmpty();
        assertThat(found(bootstrap("#!/bin/sh\n./run\n").file("run", "MZ\0")))
                .containsExactly(
                        "error [run] 'run' is a Windows (PE) executable; Lambda says: Runtime exited with error:"
                                + " exit status 126 | fix: build it for Linux: GOOS=linux for Go, a *-linux-* target for others");
    }
}
