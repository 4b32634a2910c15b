package io.github.lambdabootstrap.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdabootstrap.elf.ElfFixture;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ElfLoadableRuleTest extends RuleTestCase {

    ElfLoadableRuleTest() {
        super("elf-loadable");
    }

    private static final String SEGFAULT =
            "; Lambda says: Runtime exited with error: signal: segmentation fault | fix: ";
    private static final String REFUSED = "; Lambda says: fork/exec /var/task/bootstrap: exec format error | fix: ";
    private static final String REBUILD = "build or copy it again; look for a full disk or a broken download";

    @Test
    void every_kind_of_executable_is_fine() {
        assertThat(found(bootstrap(function()))).isEmpty();
        assertThat(found(bootstrap(function().staticPie()))).isEmpty();
        assertThat(found(bootstrap(function().dynamicExecutable("2.17")))).isEmpty();
        assertThat(found(bootstrap(function().osabi(3)))).isEmpty();
    }

    @Test
    void a_cut_off_file_is_an_error() {
        byte[] whole = function().bytes();
        assertThat(found(zip().file("bootstrap", Arrays.copyOf(whole, whole.length - 1))))
                .containsExactly("error [bootstrap] 'bootstrap' is cut off: its headers speak of more bytes than it has"
                        + SEGFAULT + REBUILD);
        assertThat(found(zip().file("bootstrap", Arrays.copyOf(whole, 20))))
                .containsExactly("error [bootstrap] 'bootstrap' is an ELF file that ends before its program begins"
                        + REFUSED + REBUILD);
    }

    @Test
    void an_object_file_is_no_program() {
        assertThat(found(bootstrap(ElfFixture.x86_64().object())))
                .containsExactly("error [bootstrap] 'bootstrap' is an object file (.o), not a program" + REFUSED
                        + "link it to an executable");
    }

    @Test
    void a_shared_library_has_no_place_to_start_at() {
        assertThat(found(bootstrap(ElfFixture.x86_64().sharedLibrary("liborders.so"))))
                .containsExactly("error [bootstrap] 'bootstrap' is a shared library without a place to start at"
                        + SEGFAULT + "build an executable: for Go without -buildmode=c-shared or plugin");
    }

    @Test
    void a_program_of_another_system_is_named() {
        assertThat(found(bootstrap(function().osabi(9))))
                .containsExactly("error [bootstrap] 'bootstrap' is built for FreeBSD" + SEGFAULT
                        + "build it for Linux (GOOS=linux)");
        assertThat(found(bootstrap(function().interpreter("/system/bin/linker64"))))
                .containsExactly("error [bootstrap] 'bootstrap' is built for Android; Lambda says: fork/exec"
                        + " /var/task/bootstrap: no such file or directory | fix: build it for Linux (GOOS=linux)");
    }

    @Test
    void the_kernel_does_not_test_the_system_so_a_linux_loader_decides() {
        assertThat(found(bootstrap(function().dynamicExecutable("2.17").osabi(9))))
                .isEmpty();
        assertThat(found(bootstrap(function().osabi(97)))).isEmpty();
    }
}
