package io.github.lambdabootstrap.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdabootstrap.archive.ZipFixture;
import io.github.lambdabootstrap.archive.ZipTool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BootstrapExecutableRuleTest extends RuleTestCase {

    BootstrapExecutableRuleTest() {
        super("bootstrap-executable");
    }

    private static final String FIX =
            " | fix: let lambda-bootstrap:package write the zip, or zip it on Linux with mode 0755";

    @ParameterizedTest
    @ValueSource(ints = {0755, 0777, 0711, 0001, 04755})
    void the_execute_bit_for_others_is_enough(int mode) {
        assertThat(found(bootstrap(function()).mode(mode))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0644", "0700", "0750", "0000"})
    void without_it_lambda_is_denied(String mode) {
        assertThat(found(bootstrap(function()).mode(Integer.parseInt(mode, 8))))
                .containsExactly("error [bootstrap] entry 'bootstrap' has mode " + mode + "; Lambda runs it as another"
                        + " user and needs the execute bit for others, else it says: fork/exec /var/task/bootstrap:"
                        + " permission denied" + FIX);
    }

    @Test
    void a_zip_of_windows_has_no_execute_bit() {
        assertThat(found(ZipFixture.by(ZipTool.WINDOWS)
                        .file("bootstrap", function().bytes())))
                .containsExactly(
                        "error [bootstrap] entry 'bootstrap' was written for MS-DOS (FAT), which has no execute"
                                + " bit; Lambda then says: fork/exec /var/task/bootstrap: permission denied" + FIX);
    }

    @Test
    void a_zip_of_macos_is_a_warning() {
        assertThat(found(bootstrap(function()).host(19)))
                .containsExactly("warning [bootstrap] entry 'bootstrap' was written for macOS (Darwin); only modes"
                        + " written for Unix are known to count on Lambda" + FIX);
    }

    @Test
    void the_target_of_a_link_counts_and_not_the_link() {
        assertThat(found(zip().symlink("bootstrap", "orders")
                        .mode(0)
                        .file("orders", function().bytes())))
                .isEmpty();
        assertThat(found(zip().symlink("bootstrap", "orders")
                        .file("orders", function().bytes())
                        .mode(0644)))
                .containsExactly("error [orders] entry 'bootstrap' (-> 'orders') has mode 0644; Lambda runs it as"
                        + " another user and needs the execute bit for others, else it says: fork/exec"
                        + " /var/task/bootstrap: permission denied" + FIX);
    }

    @Test
    void a_closed_folder_on_the_way_denies_too() {
        assertThat(found(zip().symlink("bootstrap", "bin/orders")
                        .directory("bin/")
                        .mode(0700)
                        .file("bin/orders", function().bytes())))
                .containsExactly("error [bin/] folder 'bin' on the way to 'bootstrap' (-> 'bin/orders') has mode 0700;"
                        + " Lambda runs it as another user, who cannot pass, and says: fork/exec /var/task/bootstrap:"
                        + " permission denied | fix: give the folder mode 0755, or leave its entry out");
    }

    @Test
    void what_a_script_starts_needs_it_too() {
        assertThat(found(bootstrap("#!/bin/sh\n./orders\n")
                        .file("orders", function().bytes())
                        .mode(0644)))
                .containsExactly("error [orders] entry 'orders' has mode 0644; Lambda runs it as another user and needs"
                        + " the execute bit for others, else it says: Runtime exited with error: exit status 126"
                        + FIX);
    }

    @Test
    void a_folder_that_others_may_pass_or_that_has_no_mode_of_its_own_is_fine() {
        assertThat(found(linked(0755))).isEmpty();
        assertThat(found(linked(0711))).isEmpty();
        assertThat(found(linked(0))).isEmpty();
        assertThat(found(zip().symlink("bootstrap", "bin/orders")
                        .directory("bin/")
                        .mode(0700)
                        .host(0)
                        .file("bin/orders", function().bytes())))
                .isEmpty();
    }

    private static ZipFixture linked(int mode) {
        return zip().symlink("bootstrap", "bin/orders")
                .directory("bin/")
                .mode(mode)
                .file("bin/orders", function().bytes());
    }
}
