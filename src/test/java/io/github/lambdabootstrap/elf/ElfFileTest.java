package io.github.lambdabootstrap.elf;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdabootstrap.model.DottedVersion;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElfFileTest {

    @Test
    void an_executable_without_loader_is_static() throws IOException {
        assertThat(read(ElfFixture.x86_64().staticExecutable()).linkage()).contains(Linkage.STATIC);
    }

    @Test
    void a_position_independent_executable_without_loader_is_static_too() throws IOException {
        assertThat(read(ElfFixture.x86_64().staticPie()).linkage()).contains(Linkage.STATIC_PIE);
    }

    @Test
    void an_entry_without_the_linkers_mark_still_starts() throws IOException {
        assertThat(read(ElfFixture.x86_64().positionIndependent()).linkage()).contains(Linkage.STATIC_PIE);
    }

    @Test
    void a_loader_makes_an_executable_dynamic() throws IOException {
        assertThat(read(ElfFixture.x86_64().dynamicExecutable("2.34")).linkage())
                .contains(Linkage.DYNAMIC);
        assertThat(read(ElfFixture.arm64().dynamicExecutable("2.34").positionIndependent())
                        .linkage())
                .contains(Linkage.DYNAMIC);
    }

    @Test
    void a_file_without_loader_and_entry_is_a_library() throws IOException {
        assertThat(read(ElfFixture.x86_64().positionIndependent().withoutEntry())
                        .linkage())
                .contains(Linkage.SHARED_LIBRARY);
        assertThat(read(ElfFixture.x86_64().sharedLibrary("libx.so")).linkage()).contains(Linkage.SHARED_LIBRARY);
    }

    @Test
    void an_entry_does_not_make_a_library_start_when_it_has_a_librarys_marks() throws IOException {
        assertThat(read(ElfFixture.x86_64().sharedLibrary("libx.so").withEntry())
                        .linkage())
                .contains(Linkage.SHARED_LIBRARY);
        assertThat(read(ElfFixture.x86_64().positionIndependent().needs("libc.so.6"))
                        .linkage())
                .contains(Linkage.SHARED_LIBRARY);
        assertThat(read(ElfFixture.x86_64().staticPie().soname("orders")).linkage())
                .contains(Linkage.STATIC_PIE);
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "4"})
    void what_is_neither_executable_nor_library_is_not_linked(int type) throws IOException {
        assertThat(read(ElfFixture.x86_64().type(type)).linkage()).isEmpty();
    }

    @Test
    void each_linkage_has_its_name_in_the_report() {
        assertThat(Linkage.values())
                .extracting(Linkage::id)
                .containsExactly("static", "static-pie", "dynamic", "shared-library");
    }

    @Test
    void the_highest_glibc_version_counts_by_number_and_of_numbers_alone() throws IOException {
        ElfFile file = read(ElfFixture.x86_64()
                .dynamicExecutable("2.9")
                .version("libc.so.6", "GLIBC_2.26")
                .version("libc.so.6", "GLIBC_PRIVATE")
                .version("libc.so.6", "GLIBC_ABI_DT_RELR")
                .version("libstdc++.so.6", "GLIBCXX_3.4.29")
                .weakVersion("libm.so.6", "GLIBC_2.8"));

        assertThat(file.requiredGlibc()).contains(DottedVersion.of(2, 26));
        assertThat(file.weakGlibc()).contains(DottedVersion.of(2, 8));
    }

    @Test
    void a_static_executable_needs_no_glibc() throws IOException {
        ElfFile file = read(ElfFixture.x86_64());

        assertThat(file.requiredGlibc()).isEmpty();
        assertThat(file.weakGlibc()).isEmpty();
    }

    @ParameterizedTest(name = "OSABI {0} is {1}")
    @CsvSource({"9, FreeBSD", "2, NetBSD", "12, OpenBSD", "6, Solaris"})
    void the_osabi_byte_can_name_another_system(int osabi, String system) throws IOException {
        assertThat(read(ElfFixture.x86_64().osabi(osabi)).foreignSystem()).contains(system);
    }

    @ParameterizedTest(name = "{0} is of {1}")
    @CsvSource({
        "/lib/amd64/ld.so.1, Solaris",
        "/system/bin/linker64, Android",
        "/usr/libexec/ld.so, OpenBSD",
        "/libexec/ld-elf.so.1, FreeBSD",
    })
    void the_loader_can_name_another_system(String loader, String system) throws IOException {
        assertThat(read(ElfFixture.x86_64().interpreter(loader)).foreignSystem())
                .contains(system);
    }

    @ParameterizedTest
    @CsvSource({"0", "3", "64", "255"})
    void other_osabi_bytes_are_fine_on_linux(int osabi) throws IOException {
        assertThat(read(ElfFixture.x86_64().osabi(osabi).dynamicExecutable("2.2.5"))
                        .foreignSystem())
                .isEmpty();
    }

    private static ElfFile read(ElfFixture fixture) throws IOException {
        return ElfReader.read(fixture.source()).orElseThrow();
    }
}
