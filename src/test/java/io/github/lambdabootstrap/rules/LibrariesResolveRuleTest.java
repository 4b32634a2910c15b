package io.github.lambdabootstrap.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdabootstrap.elf.ElfFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LibrariesResolveRuleTest extends RuleTestCase {

    LibrariesResolveRuleTest() {
        super("libraries-resolve");
    }

    @Test
    void what_the_system_has_is_fine() {
        assertThat(found(bootstrap(function()
                        .dynamicExecutable("2.17")
                        .needs("ld-linux-x86-64.so.2")
                        .needs("libgcc_s.so.1")
                        .needs("libstdc++.so.6")
                        .needs("libz.so.1")
                        .needs("libssl.so.3"))))
                .isEmpty();
    }

    @Test
    void what_the_archive_ships_where_the_loader_looks_is_fine() {
        byte[] pq = ElfFixture.x86_64().sharedLibrary("libpq.so.5").bytes();
        ElfFixture program = function().dynamicExecutable("2.17").needs("libpq.so.5");
        assertThat(found(bootstrap(program).file("lib/libpq.so.5", pq))).isEmpty();
        assertThat(found(bootstrap(program).file("libpq.so.5", pq))).isEmpty();
        assertThat(found(bootstrap(program)
                        .symlink("lib/libpq.so.5", "libpq.so.5.15")
                        .file("lib/libpq.so.5.15", pq)))
                .isEmpty();
        ElfFixture withRunpath =
                function().dynamicExecutable("2.17").needs("libpq.so.5").runpath("$ORIGIN/deps");
        assertThat(found(bootstrap(withRunpath).file("deps/libpq.so.5", pq))).isEmpty();
    }

    @Test
    void what_surely_is_nowhere_is_an_error() {
        assertThat(found(bootstrap(function().dynamicExecutable("2.17").needs("libssl.so.1.1"))))
                .containsExactly(
                        "error [bootstrap] 'bootstrap' needs the library 'libssl.so.1.1', which provided.al2023 does"
                                + " not have and the archive does not ship; Lambda says: error while loading shared"
                                + " libraries, Runtime exited with error: exit status 127 | fix: put it into lib/ in the"
                                + " zip, or link it statically");
    }

    @Test
    void what_nobody_knows_is_a_warning() {
        assertThat(found(bootstrap(function().dynamicExecutable("2.17").needs("libpq.so.5"))))
                .containsExactly(
                        "warning [bootstrap] 'bootstrap' needs the library 'libpq.so.5', which the archive does not"
                                + " ship and provided.al2023 is not known to have | fix: put it into lib/ in the zip, link"
                                + " it statically, or name the layer that has it (lambda.layers)");
    }

    @Test
    void a_library_for_another_processor_is_passed_over() {
        assertThat(found(bootstrap(function().dynamicExecutable("2.17").needs("libpq.so.5"))
                        .file(
                                "lib/libpq.so.5",
                                ElfFixture.arm64().sharedLibrary("libpq.so.5").bytes())))
                .hasSize(1);
    }

    @Test
    void the_needs_of_shipped_libraries_count() {
        byte[] pq = ElfFixture.x86_64()
                .sharedLibrary("libpq.so.5")
                .needs("libssl.so.1.1")
                .bytes();
        assertThat(found(bootstrap(function().dynamicExecutable("2.17").needs("libpq.so.5"))
                        .file("lib/libpq.so.5", pq)))
                .singleElement()
                .asString()
                .startsWith("error [lib/libpq.so.5] 'lib/libpq.so.5' needs the library 'libssl.so.1.1', which");
    }

    @Test
    void the_rpath_of_a_program_holds_for_what_its_libraries_need() {
        byte[] ssl = ElfFixture.x86_64().sharedLibrary("libssl.so.1.1").bytes();
        ElfFixture pq = ElfFixture.x86_64().sharedLibrary("libpq.so.5").needs("libssl.so.1.1");
        ElfFixture program = function().dynamicExecutable("2.17").needs("libpq.so.5");

        assertThat(found(bootstrap(program.rpath("$ORIGIN/deps"))
                        .file("deps/libpq.so.5", pq.bytes())
                        .file("deps/libssl.so.1.1", ssl)))
                .isEmpty();
        assertThat(found(bootstrap(program.rpath("$ORIGIN/deps"))
                        .file("deps/libpq.so.5", pq.runpath("$ORIGIN/other").bytes())
                        .file("deps/libssl.so.1.1", ssl)))
                .hasSize(1);
        assertThat(found(bootstrap(program.rpath("").runpath("$ORIGIN/deps"))
                        .file("deps/libpq.so.5", pq.runpath("").bytes())
                        .file("deps/libssl.so.1.1", ssl)))
                .hasSize(1);
    }

    @Test
    void a_folder_of_a_layer_is_looked_into() {
        beside(zip().file("deps/libssl.so.1.1", "x"));
        ElfFixture program = function().dynamicExecutable("2.17").needs("libssl.so.1.1");
        assertThat(found(bootstrap(program.runpath("/opt/deps")))).isEmpty();
        assertThat(found(bootstrap(program.runpath("/opt/others")))).hasSize(1);
    }

    @Test
    void the_runtimes_differ_in_openssl() {
        on("provided.al2");
        assertThat(found(bootstrap(function().dynamicExecutable("2.17").needs("libssl.so.10"))))
                .isEmpty();
        assertThat(found(bootstrap(function().dynamicExecutable("2.17").needs("libssl.so.3"))))
                .hasSize(1);
    }

    @Test
    void a_name_with_a_slash_is_a_path() {
        byte[] pq = ElfFixture.x86_64().sharedLibrary("libpq.so.5").bytes();
        assertThat(found(bootstrap(function().dynamicExecutable("2.17").needs("deps/libpq.so.5"))
                        .file("deps/libpq.so.5", pq)))
                .isEmpty();
        assertThat(found(bootstrap(function().dynamicExecutable("2.17").needs("/var/task/libpq.so.5"))
                        .file("libpq.so.5", pq)))
                .isEmpty();
        assertThat(found(bootstrap(function().dynamicExecutable("2.17").needs("deps/libssl.so.1.1"))
                        .file("libssl.so.1.1", pq)))
                .singleElement()
                .asString()
                .startsWith("warning [bootstrap] 'bootstrap' needs the library 'deps/libssl.so.1.1', which");
    }

    @Test
    void a_layer_has_it_lacks_it_or_is_unknown() {
        ElfFixture program = function().dynamicExecutable("2.17").needs("libssl.so.1.1");
        beside(zip().file("libssl.so.1.1", "only lib/ is looked into"));
        assertThat(found(bootstrap(program))).singleElement().asString().startsWith("error");
        beside(zip().file("lib/libssl.so.1.1", "x"));
        assertThat(found(bootstrap(program))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", ".."})
    void a_name_that_no_file_can_have_is_unknown(String name) {
        beside(zip().file("lib/x", "x"));
        assertThat(found(bootstrap(function().dynamicExecutable("2.17").needs(name))))
                .singleElement()
                .asString()
                .startsWith("warning [bootstrap] 'bootstrap' needs the library '" + name + "', which the archive");
    }

    @Test
    void a_layer_that_nobody_looks_into_may_have_anything() {
        beside("arn:aws:lambda:eu-west-1:123456789012:layer:orders:1");
        assertThat(found(bootstrap(function().dynamicExecutable("2.17").needs("libssl.so.1.1"))))
                .isEmpty();
    }

    @Test
    void a_search_for_more_libraries_than_any_program_has_ends() {
        ElfFixture program = function().dynamicExecutable("2.17");
        for (int i = 0; i < 205; i++) {
            program.needs("libx" + i + ".so");
        }
        // 200 are looked for; the first is libc.so.6, which is there
        assertThat(found(bootstrap(program)))
                .hasSize(21)
                .last()
                .asString()
                .startsWith("warning 179 more findings of this rule are not listed");
    }
}
