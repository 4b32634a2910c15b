package io.github.lambdabootstrap.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdabootstrap.elf.ElfFixture;
import org.junit.jupiter.api.Test;

class EntryReadableRuleTest extends RuleTestCase {

    EntryReadableRuleTest() {
        super("entry-readable");
    }

    private static final String FIX =
            " | fix: zip it with mode 0644, executables and folders with 0755 (chmod -R o+rX .)";

    @Test
    void readable_entries_are_fine_and_so_are_data_files_without_a_mode_of_their_own() {
        assertThat(found(bootstrap(function())
                        .directory("d/")
                        .file("d/a", "a")
                        .mode(0444)
                        .file("b", "b")
                        .host(0)
                        .externalAttributes(0)))
                .isEmpty();
    }

    @Test
    void a_data_file_that_only_its_owner_reads_is_a_warning() {
        assertThat(found(bootstrap(function()).file("a.json", "{}").mode(0600)))
                .containsExactly("warning [a.json] entry 'a.json' has mode 0600, so the user that Lambda runs functions"
                        + " as cannot read it; what needs it fails with Permission denied" + FIX);
    }

    @Test
    void a_closed_folder_is_a_warning() {
        assertThat(found(bootstrap(function()).directory("d/").mode(0700).file("d/a", "a")))
                .containsExactly("warning [d/] folder 'd/' has mode 0700, so the user that Lambda runs functions as"
                        + " cannot read it; what needs it fails with Permission denied" + FIX);
    }

    @Test
    void an_executable_starts_without_being_readable_but_a_script_does_not() {
        assertThat(found(bootstrap(function()).mode(0711)))
                .containsExactly("warning [bootstrap] entry 'bootstrap' has mode 0711, so the user that Lambda runs"
                        + " functions as cannot read it; what needs it fails with Permission denied" + FIX);
        assertThat(found(bootstrap("#!/bin/sh\n").mode(0711)))
                .containsExactly("error [bootstrap] entry 'bootstrap' has mode 0711, so the user that Lambda runs"
                        + " functions as cannot read it; its interpreter cannot open it: Permission denied" + FIX);
    }

    @Test
    void an_interpreter_of_the_archive_may_do_without_reading_its_script() {
        assertThat(found(bootstrap("#!/var/task/php\n")
                        .mode(0711)
                        .file("php", function().bytes())))
                .singleElement()
                .asString()
                .startsWith("warning [bootstrap] ");
    }

    @Test
    void the_folder_of_a_needed_library_must_be_open() {
        byte[] library = ElfFixture.x86_64().sharedLibrary("libx.so").bytes();
        assertThat(found(bootstrap(function().dynamicExecutable("2.17").needs("libx.so"))
                        .directory("lib/")
                        .mode(0700)
                        .file("lib/libx.so", library)))
                .containsExactly("error [lib/] folder 'lib/' has mode 0700, so the user that Lambda runs functions as"
                        + " cannot read it; the loader says: cannot open shared object file, Runtime exited with error:"
                        + " exit status 127" + FIX);
    }

    @Test
    void a_needed_library_must_be_readable() {
        byte[] library = ElfFixture.x86_64().sharedLibrary("libx.so").bytes();
        assertThat(found(bootstrap(function().dynamicExecutable("2.17").needs("libx.so"))
                        .file("lib/libx.so", library)
                        .mode(0600)))
                .containsExactly("error [lib/libx.so] entry 'lib/libx.so' has mode 0600, so the user that Lambda runs"
                        + " functions as cannot read it; the loader says: cannot open shared object file, Runtime exited"
                        + " with error: exit status 127" + FIX);
    }
}
