package io.github.lambdabootstrap.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdabootstrap.elf.ElfFixture;
import io.github.lambdabootstrap.model.Architecture;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoaderPresentRuleTest extends RuleTestCase {

    LoaderPresentRuleTest() {
        super("loader-present");
    }

    private static final String SAYS =
            "; Lambda says: fork/exec /var/task/bootstrap: no such file or directory | fix: ";
    private static final String LINK =
            "link statically (CGO_ENABLED=0 for Go, a static musl target for Rust), or build on"
                    + " a system with glibc in /lib64";

    @Test
    void no_loader_and_the_loader_of_the_system_are_fine() {
        assertThat(found(bootstrap(function()))).isEmpty();
        assertThat(found(bootstrap(function().dynamicExecutable("2.17")))).isEmpty();
        on(Architecture.ARM64);
        assertThat(found(bootstrap(ElfFixture.arm64().dynamicExecutable("2.17"))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/lib/ld-musl-x86_64.so.1",
                "/nix/store/abc/lib/ld-linux-x86-64.so.2",
                "/lib/ld64.so.1",
                "/lib/ld-linux-aarch64.so.1"
            })
    void a_loader_that_lambda_cannot_have_is_an_error(String loader) {
        assertThat(found(bootstrap(function().interpreter(loader))))
                .containsExactly("error [bootstrap] 'bootstrap' names the loader '" + loader
                        + "', which Lambda does not have" + SAYS + LINK);
    }

    @Test
    void a_loader_that_the_archive_ships_is_fine() {
        byte[] loader = ElfFixture.x86_64().sharedLibrary("ld.so").withEntry().bytes();
        assertThat(found(
                        bootstrap(function().interpreter("/var/task/lib/ld.so")).file("lib/ld.so", loader)))
                .isEmpty();
        assertThat(found(bootstrap(function().interpreter("lib/ld.so")).file("lib/ld.so", loader)))
                .isEmpty();
        assertThat(found(bootstrap(function().interpreter("/opt/lib/ld.so")))).isEmpty();
    }

    @Test
    void a_loader_that_should_be_in_the_archive_must_be_there_and_executable() {
        String fix = "put the loader there with mode 0755, or link statically";
        assertThat(found(bootstrap(function().interpreter("/var/task/lib/ld.so"))))
                .containsExactly("error [bootstrap] 'bootstrap' names the loader '/var/task/lib/ld.so', which is not in"
                        + " the archive" + SAYS + fix);
        assertThat(found(bootstrap(function().interpreter("lib/ld.so"))
                        .file("lib/ld.so", "x")
                        .mode(0644)))
                .containsExactly("error [bootstrap] 'bootstrap' names the loader 'lib/ld.so', which has no execute bit"
                        + " for others; Lambda says: fork/exec /var/task/bootstrap: permission denied | fix: " + fix);
    }

    @Test
    void a_loader_of_the_archive_must_be_one_that_linux_can_load() {
        String begin = "error [bootstrap] 'bootstrap' names the loader 'lib/ld.so', which is ";
        String fix = " | fix: put the loader there with mode 0755, or link statically";
        String corrupted = "; Lambda says: fork/exec /var/task/bootstrap: accessing a corrupted shared library";
        byte[] other = ElfFixture.arm64().sharedLibrary("ld.so").withEntry().bytes();
        assertThat(found(bootstrap(function().interpreter("lib/ld.so")).file("lib/ld.so", other)))
                .containsExactly(begin + "for arm64" + corrupted + fix);
        assertThat(found(bootstrap(function().interpreter("lib/ld.so")).file("lib/ld.so", "INPUT(-lc)")))
                .containsExactly(begin + "no ELF file" + corrupted + fix);
        byte[] half = Arrays.copyOf(ElfFixture.x86_64().sharedLibrary("ld.so").bytes(), 300);
        assertThat(found(bootstrap(function().interpreter("lib/ld.so")).file("lib/ld.so", half)))
                .containsExactly(
                        begin + "cut off or no loader; Lambda says: Runtime exited with error: signal: segmentation"
                                + " fault" + fix);
    }

    @Test
    void a_loader_behind_a_closed_folder_cannot_be_reached() {
        byte[] loader = ElfFixture.x86_64().sharedLibrary("ld.so").withEntry().bytes();
        assertThat(found(bootstrap(function().interpreter("lib/ld.so"))
                        .directory("lib/")
                        .mode(0700)
                        .file("lib/ld.so", loader)))
                .containsExactly("error [bootstrap] 'bootstrap' names the loader 'lib/ld.so', which lies in a folder"
                        + " without the execute bit for others; Lambda says: fork/exec /var/task/bootstrap: permission"
                        + " denied | fix: put the loader there with mode 0755, or link statically");
    }

    @Test
    void a_loader_of_a_layer_must_be_in_one_when_all_are_known() {
        beside(zip().file("readme", "x"));
        assertThat(found(bootstrap(function().interpreter("/opt/lib/ld.so"))))
                .containsExactly("error [bootstrap] 'bootstrap' names the loader '/opt/lib/ld.so', which no layer has"
                        + SAYS + "put the loader there with mode 0755, or link statically");
        beside(zip().file("lib/ld.so", "x"));
        assertThat(found(bootstrap(function().interpreter("/opt/lib/ld.so")))).isEmpty();
    }

    @Test
    void a_loader_that_nobody_knows_is_a_warning() {
        assertThat(found(bootstrap(function().interpreter("/lib64/ld-lsb-x86-64.so.3"))))
                .containsExactly(
                        "warning [bootstrap] 'bootstrap' names the loader '/lib64/ld-lsb-x86-64.so.3', which is"
                                + " not known to be on Lambda | fix: link statically, or use the system's own loader");
    }
}
