package io.github.lambdabootstrap.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdabootstrap.elf.ElfFixture;
import org.junit.jupiter.api.Test;

class GlibcVersionRuleTest extends RuleTestCase {

    GlibcVersionRuleTest() {
        super("glibc-version");
    }

    private static final String FIX =
            " | fix: link statically (CGO_ENABLED=0 for Go, a musl target for Rust), or build on"
                    + " an older system, such as the build image of ";

    @Test
    void what_the_runtime_has_is_fine() {
        assertThat(found(bootstrap(function().dynamicExecutable("2.34")))).isEmpty();
        on("provided.al2");
        assertThat(found(bootstrap(function().dynamicExecutable("2.26")))).isEmpty();
        assertThat(found(bootstrap(function().dynamicExecutable("2.9")))).isEmpty();
    }

    @Test
    void a_newer_version_is_an_error() {
        assertThat(found(bootstrap(function().dynamicExecutable("2.38"))))
                .containsExactly("error [bootstrap] 'bootstrap' needs GLIBC_2.38 but provided.al2023 has glibc 2.34;"
                        + " Lambda says: version `GLIBC_2.38' not found, Runtime exited with error: exit status 1" + FIX
                        + "provided.al2023");
        on("provided.al2");
        assertThat(found(bootstrap(function().dynamicExecutable("2.34"))))
                .containsExactly(
                        "error [bootstrap] 'bootstrap' needs GLIBC_2.34 but provided.al2 has glibc 2.26; Lambda"
                                + " says: version `GLIBC_2.34' not found, Runtime exited with error: exit status 1"
                                + FIX
                                + "provided.al2");
    }

    @Test
    void packed_relocations_need_a_glibc_that_no_runtime_has() {
        assertThat(found(bootstrap(function().dynamicExecutable("2.17").version("libc.so.6", "GLIBC_ABI_DT_RELR"))))
                .singleElement()
                .asString()
                .startsWith("error [bootstrap] 'bootstrap' needs GLIBC_ABI_DT_RELR but provided.al2023 has glibc 2.34");
    }

    @Test
    void a_weak_need_is_a_warning() {
        assertThat(found(bootstrap(function().dynamicExecutable("2.17").weakVersion("libc.so.6", "GLIBC_2.38"))))
                .containsExactly("warning [bootstrap] 'bootstrap' needs GLIBC_2.38 but provided.al2023 has glibc 2.34;"
                        + " it starts, and stops when it first uses a function of that version" + FIX
                        + "provided.al2023");
    }

    @Test
    void a_needed_library_of_the_archive_counts_and_another_does_not() {
        byte[] library = ElfFixture.x86_64()
                .sharedLibrary("libx.so")
                .needs("libc.so.6")
                .version("libc.so.6", "GLIBC_2.38")
                .bytes();
        assertThat(found(bootstrap(function().dynamicExecutable("2.17").needs("libx.so"))
                        .file("lib/libx.so", library)))
                .singleElement()
                .asString()
                .startsWith("error [lib/libx.so] 'lib/libx.so' needs GLIBC_2.38 but provided.al2023 has glibc 2.34");
        assertThat(found(bootstrap(function().dynamicExecutable("2.17")).file("lib/libx.so", library)))
                .isEmpty();
    }

    @Test
    void a_program_that_brings_its_own_c_library_is_its_own_affair() {
        byte[] libc = ElfFixture.x86_64().sharedLibrary("libc.so.6").bytes();
        assertThat(found(bootstrap(function().dynamicExecutable("2.38").rpath("$ORIGIN/lib"))
                        .file("lib/libc.so.6", libc)))
                .isEmpty();
        assertThat(found(bootstrap(function().dynamicExecutable("2.38").interpreter("/var/task/lib/ld.so"))
                        .file("lib/ld.so", libc)))
                .isEmpty();
    }

    @Test
    void of_several_the_newest_that_stops_it_is_named() {
        ElfFixture program = function().dynamicExecutable("2.36").version("libc.so.6", "GLIBC_2.37");
        assertThat(found(bootstrap(program.version("libm.so.6", "GLIBC_2.35").weakVersion("libc.so.6", "GLIBC_2.38"))))
                .singleElement()
                .asString()
                .startsWith("error [bootstrap] 'bootstrap' needs GLIBC_2.37 but");
    }
}
