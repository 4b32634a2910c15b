package io.github.lambdabootstrap.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntryNamesRuleTest extends RuleTestCase {

    EntryNamesRuleTest() {
        super("entry-names");
    }

    private static final String FIX = " | fix: give each file one plain relative name with forward slashes";

    @Test
    void plain_names_are_fine_with_folders_and_without() {
        assertThat(found(bootstrap(function())
                        .directory("bin/")
                        .file("bin/a", "a")
                        .file("lib/b", "b")
                        .file("\u00fcber.txt", "c")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "a\\b.txt, 'has a backslash, which Lambda takes for a letter and not for a separator'",
        "/etc/x, starts with a slash",
        "../x, climbs with '..'",
        "./x, has a '.' segment",
        "a//x, has two slashes in a row",
    })
    void a_name_that_depends_on_the_unpacker_is_a_warning(String name, String what) {
        assertThat(found(bootstrap(function()).file(name, "x")))
                .containsExactly("warning [" + name + "] the name '" + name + "' " + what + FIX);
    }

    @Test
    void a_name_with_a_nul_or_bytes_that_are_no_utf8_is_a_warning() {
        assertThat(found(bootstrap(function()).file("x", "x").rawName(new byte[] {'a', 0, 'b'})))
                .containsExactly("warning [a\0b] the name 'a\\0b' has a NUL in it, where some unpackers end it" + FIX);
        assertThat(found(bootstrap(function()).file("x", "x").rawName(new byte[] {(byte) 0xff})))
                .containsExactly("warning [\u00ff] the name '\u00ff' is not UTF-8" + FIX);
    }

    @Test
    void a_name_that_no_file_system_takes_is_a_warning() {
        assertThat(found(bootstrap(function()).file("x".repeat(256), "x")))
                .singleElement()
                .asString()
                .endsWith("' has a part of more than 255 bytes, which no file system of Linux takes" + FIX);
    }

    @Test
    void equal_names_matter_when_their_contents_differ() {
        assertThat(found(bootstrap(function()).file("x", "1").file("x", "1"))).isEmpty();
        assertThat(found(bootstrap(function()).file("x", "1").file("x", "2")))
                .containsExactly(
                        "warning [x] two entries of different content are called 'x'; which one Lambda keeps is"
                                + " unknown" + FIX);
    }

    @Test
    void names_that_differ_in_case_alone_are_a_warning() {
        assertThat(found(bootstrap(function()).file("Data", "1").file("data", "2")))
                .containsExactly(
                        "warning [data] 'data' and 'Data' differ in case alone; some tools keep one of them" + FIX);
    }

    @Test
    void a_file_that_is_a_folder_too_is_a_warning_unless_it_is_started() {
        assertThat(found(bootstrap(function()).file("x", "1").file("x/y", "2")))
                .containsExactly(
                        "warning [x] 'x' is a file and a folder at once; which one Lambda keeps is unknown" + FIX);
        assertThat(found(bootstrap("#!/bin/sh\nexec ./run\n")
                        .file("run", function().bytes())
                        .file("run", "other")))
                .containsExactly("error [run] two entries of different content are called 'run'; which one Lambda keeps"
                        + " is unknown" + FIX);
    }
}
