package io.github.lambdabootstrap.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdabootstrap.archive.ZipFixture;
import org.junit.jupiter.api.Test;

class BootstrapPresentRuleTest extends RuleTestCase {

    BootstrapPresentRuleTest() {
        super("bootstrap-present");
    }

    private static final String SAYS =
            "; Lambda says: Couldn't find valid bootstrap(s): [/var/task/bootstrap /opt/bootstrap] | fix: ";
    private static final String RENAME = "name the executable bootstrap and put it at the root of the zip";

    @Test
    void a_file_at_the_root_is_found() {
        assertThat(found(bootstrap(function()))).isEmpty();
    }

    @Test
    void a_link_that_leads_to_a_file_is_found_in_every_form() {
        byte[] elf = function().bytes();
        assertThat(found(ZipFixture.buildLambdaZip("orders", elf))).isEmpty();
        assertThat(found(zip().symlink("bootstrap", "/var/task/bin/orders").file("bin/orders", elf)))
                .isEmpty();
        assertThat(found(zip().symlink("bootstrap", "a")
                        .symlink("a", "./bin/../b")
                        .file("b", elf)
                        .directory("bin/")))
                .isEmpty();
        assertThat(found(zip().symlink("bootstrap", "/opt/bootstrap"))).isEmpty();
    }

    @Test
    void nothing_at_all_says_what_to_do() {
        assertThat(found(zip().file("readme", "x")))
                .containsExactly("error no entry is called 'bootstrap'" + SAYS + RENAME);
    }

    @Test
    void the_one_executable_under_another_name_is_named() {
        assertThat(found(zip().file("main", function().bytes()).file("readme", "x")))
                .containsExactly("error no entry is called 'bootstrap'; the one executable at the root is 'main'" + SAYS
                        + "rename it to bootstrap; the Handler does not name the executable on these runtimes");
    }

    @Test
    void another_case_or_a_suffix_is_named() {
        assertThat(found(zip().file("Bootstrap", function().bytes())))
                .containsExactly("error no entry is called 'bootstrap', but 'Bootstrap' is there; the case counts"
                        + SAYS + "rename it to bootstrap");
        assertThat(found(zip().file("bootstrap.exe", "MZ")))
                .containsExactly("error no entry is called 'bootstrap', but 'bootstrap.exe' is there" + SAYS
                        + "build it for Linux and name it bootstrap, without a suffix");
    }

    @Test
    void a_zipped_folder_is_named_with_either_slash() {
        String fix = SAYS + "zip the content of the folder, not the folder";
        assertThat(found(zip().file("orders/bootstrap", function().bytes())))
                .containsExactly("error no 'bootstrap' is at the root, but 'orders/bootstrap' is below it" + fix);
        assertThat(found(zip().file("orders\\bootstrap", function().bytes())))
                .containsExactly("error no 'bootstrap' is at the root, but 'orders\\bootstrap' is below it" + fix);
    }

    @Test
    void a_folder_is_no_bootstrap() {
        assertThat(found(zip().file("bootstrap/main", function().bytes())))
                .containsExactly("error 'bootstrap' is a directory" + SAYS + RENAME);
    }

    @Test
    void a_link_that_leads_nowhere_is_named() {
        String fix = SAYS + "let the link lead to a file of the archive, by a relative path";
        assertThat(found(zip().symlink("bootstrap", "bin/orders").file("x", "x")))
                .containsExactly("error 'bootstrap' is a symbolic link that needs 'bin', which is not in the"
                        + " archive" + fix);
        assertThat(found(zip().symlink("bootstrap", "a").symlink("a", "bootstrap")))
                .containsExactly("error 'bootstrap' is a symbolic link that leads in a circle" + fix);
        assertThat(found(zip().symlink("bootstrap", "x/y").file("x", "x")))
                .containsExactly("error 'bootstrap' is a symbolic link that leads nowhere" + fix);
    }

    @Test
    void a_link_out_of_the_archive_is_a_warning() {
        assertThat(found(zip().symlink("bootstrap", "/bin/sh")))
                .containsExactly("warning [bootstrap] 'bootstrap' is a symbolic link to '/bin/sh', outside of the"
                        + " archive; nobody can tell whether Lambda has it"
                        + " | fix: let the link lead to a file of the archive, by a relative path");
    }

    @Test
    void what_only_looks_alike_is_no_hint() {
        String nothing = "error no entry is called 'bootstrap'" + SAYS + RENAME;
        assertThat(found(zip().directory("Bootstrap/").file("readme", "x"))).containsExactly(nothing);
        assertThat(found(zip().file("bootstrap.d/readme", "x"))).containsExactly(nothing);
        assertThat(found(zip().file("bin/orders", function().bytes()))).containsExactly(nothing);
        assertThat(found(zip().file("a", function().bytes()).file("b", "#!/bin/sh\n")))
                .containsExactly(nothing);
    }

    @Test
    void a_link_that_nobody_can_read_is_left_to_other_rules() {
        assertThat(found(zip().symlink("bootstrap", "orders").encrypted())).isEmpty();
        assertThat(found(zip().symlink("bootstrap", "orders").data(new byte[0])))
                .singleElement()
                .asString()
                .startsWith("error 'bootstrap' is a symbolic link that leads nowhere; Lambda says: ");
    }

    @Test
    void a_layer_has_it_lacks_it_or_is_unknown() {
        String info = "info no entry is called 'bootstrap'" + SAYS + RENAME;
        beside(zip().file("readme", "x"));
        assertThat(found(zip().file("readme", "x"))).containsExactly("error" + info.substring("info".length()));
        assertThat(found(zip().symlink("bootstrap", "/opt/orders")))
                .containsExactly("error 'bootstrap' is a symbolic link that leads to '/opt/orders', which no layer has"
                        + SAYS + "let the link lead to a file of the archive, by a relative path");
        beside("arn:aws:lambda:eu-west-1:123456789012:layer:orders:1");
        assertThat(found(zip().file("readme", "x"))).containsExactly(info);
        assertThat(found(zip().symlink("bootstrap", "/opt/orders"))).isEmpty();
        beside(bootstrap(function()));
        assertThat(found(zip().file("readme", "x"))).isEmpty();
    }
}
