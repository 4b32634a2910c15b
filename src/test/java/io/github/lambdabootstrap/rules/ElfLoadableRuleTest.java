package io.github.lambdabootstrap.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdabootstrap.elf.ElfFixture;
import io.github.lambdabootstrap.elf.ProgramHeader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ElfLoadableRuleTest extends RuleTestCase {

    ElfLoadableRuleTest() {
        super("elf-loadable");
    }

    private static final int E_PHENTSIZE = 54;
    private static final int PHDRS = 64;
    private static final int PHDR = 56;
    private static final int P_OFFSET = 8;
    private static final int P_FILESZ = 32;
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
                .containsExactly(
                        "error [bootstrap] 'bootstrap' is an ELF file that Linux refuses: the file has 20 bytes,"
                                + " an ELF header alone has 64" + REFUSED + REBUILD);
        assertThat(found(zip().file("bootstrap", Arrays.copyOf(whole, 64))))
                .containsExactly("error [bootstrap] 'bootstrap' is an ELF file that Linux refuses: its program header"
                        + " table ends at byte 176 but the file has 64" + REFUSED + REBUILD);
    }

    @Test
    void headers_that_the_kernel_does_not_take_are_an_error() {
        assertThat(found(zip().file("bootstrap", patched(function(), E_PHENTSIZE, 32))))
                .containsExactly("error [bootstrap] 'bootstrap' is an ELF file that Linux refuses: its program header"
                        + " table has 2 entries of 32 bytes; the kernel takes entries of 56 bytes, 1170 at most"
                        + REFUSED + REBUILD);
        assertThat(found(bootstrap(function().withoutSegments())))
                .containsExactly(
                        "error [bootstrap] 'bootstrap' is an ELF file without a program in it" + REFUSED + REBUILD);
    }

    @Test
    void a_loaders_path_that_cannot_be_read_is_an_error_of_its_own() {
        ElfFixture dynamic = function().dynamicExecutable("2.17");
        String cut = "is an ELF file that Linux refuses: the path of its loader is cut off, empty, or longer than 4096"
                + " bytes; Lambda says: ";
        assertThat(found(zip().file("bootstrap", patched(dynamic, interpreter(dynamic) + P_FILESZ, 5))))
                .containsExactly("error [bootstrap] 'bootstrap' " + cut
                        + "fork/exec /var/task/bootstrap: exec format error | fix: " + REBUILD);
        byte[] unended = patched(dynamic, interpreter(dynamic) + P_FILESZ, 5);
        assertThat(found(zip().file("bootstrap", Arrays.copyOf(unended, unended.length - 1))))
                .containsExactly("error [bootstrap] 'bootstrap' " + cut
                        + "fork/exec /var/task/bootstrap: exec format error | fix: " + REBUILD);
        byte[] beyond = patched(dynamic, interpreter(dynamic) + P_OFFSET, 0x7000);
        assertThat(found(zip().file("bootstrap", beyond)))
                .containsExactly("error [bootstrap] 'bootstrap' " + cut
                        + "fork/exec /var/task/bootstrap: input/output error | fix: " + REBUILD);
        assertThat(found(bootstrap("#!/bin/sh\nexec ./orders\n").file("orders", beyond)))
                .containsExactly("error [orders] 'orders' " + cut + "Runtime exited with error: exit status 126 | fix: "
                        + REBUILD);
    }

    @Test
    void a_program_without_anything_to_load_crashes() {
        byte[] bytes = patched(function(), PHDRS, ProgramHeader.PT_NOTE);
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(PHDRS + PHDR, ProgramHeader.PT_NOTE);
        assertThat(found(zip().file("bootstrap", bytes)))
                .containsExactly(
                        "error [bootstrap] 'bootstrap' has nothing to load" + SEGFAULT + "link it to an executable");
    }

    private static byte[] patched(ElfFixture fixture, int offset, int value) {
        byte[] bytes = fixture.bytes();
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putShort(offset, (short) value);
        return bytes;
    }

    /** Where the program header of the loader's path is. */
    private static int interpreter(ElfFixture fixture) {
        ByteBuffer bytes = ByteBuffer.wrap(fixture.bytes()).order(ByteOrder.LITTLE_ENDIAN);
        int header = PHDRS;
        while (bytes.getInt(header) != ProgramHeader.PT_INTERP) {
            header += PHDR;
        }
        return header;
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
