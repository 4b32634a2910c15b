package io.github.lambdabootstrap.elf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoBuildInfoTest {

    private static final GoBuildInfoFixture ORDERS = GoBuildInfoFixture.function("v1.55.1");

    @Test
    void the_inline_form_gives_version_modules_and_settings() throws IOException {
        GoBuildInfo info = read(ElfFixture.x86_64().goBuildInfo(ORDERS)).orElseThrow();

        assertThat(info)
                .isEqualTo(new GoBuildInfo(
                        "go1.26.8",
                        "example.com/orders",
                        List.of(GoModule.of("example.com/orders", "(devel)")),
                        List.of(GoModule.of("github.com/aws/aws-lambda-go", "v1.55.1")),
                        Map.of("CGO_ENABLED", "0", "GOARCH", "amd64", "GOOS", "linux")));
        assertThat(info.module()).contains(GoModule.of("example.com/orders", "(devel)"));
        assertThat(info.dependency("github.com/aws/aws-lambda-go")).isPresent();
        assertThat(info.dependency("github.com/aws/aws-lambda")).isEmpty();
        assertThat(info.setting("GOOS")).contains("linux");
        assertThat(info.setting("-tags")).isEmpty();
        assertThat(info.settings().keySet()).containsExactly("CGO_ENABLED", "GOARCH", "GOOS");
    }

    @ParameterizedTest
    @MethodSource("io.github.lambdabootstrap.elf.ElfReaderTest#layouts")
    void the_pointer_form_is_read_in_every_word_size_and_byte_order(ElfLayout layout) throws IOException {
        ElfFixture fixture = ElfFixture.of(21, layout)
                .goBuildInfoByPointers(GoBuildInfoFixture.go("go1.17.13").path("example.com/old"));

        assertThat(read(fixture))
                .contains(new GoBuildInfo("go1.17.13", "example.com/old", List.of(), List.of(), Map.of()));
    }

    @ParameterizedTest
    @MethodSource("io.github.lambdabootstrap.elf.ElfReaderTest#layouts")
    void the_inline_form_does_not_depend_on_word_size_and_byte_order(ElfLayout layout) throws IOException {
        assertThat(read(ElfFixture.of(21, layout).goBuildInfo(ORDERS)))
                .map(GoBuildInfo::path)
                .contains("example.com/orders");
    }

    @Test
    void position_independent_and_stripped_files_have_it_too() throws IOException {
        assertThat(read(ElfFixture.arm64().staticPie().goBuildInfo(ORDERS))).isPresent();
        assertThat(read(ElfFixture.arm64().positionIndependent().goBuildInfoByPointers(ORDERS)))
                .isPresent();
    }

    @Test
    void a_replacement_is_the_version_in_effect() throws IOException {
        GoBuildInfo info = read(ElfFixture.x86_64()
                        .goBuildInfo(
                                ORDERS.replacedBy("example.com/fork", "v1.17.0").dependency("example.com/b", "v1.0.0")))
                .orElseThrow();

        GoModule client = info.dependency("github.com/aws/aws-lambda-go").orElseThrow();
        assertThat(client)
                .isEqualTo(new GoModule("github.com/aws/aws-lambda-go", "v1.55.1", "example.com/fork", "v1.17.0"));
        assertThat(client.isReplaced()).isTrue();
        assertThat(info.dependency("example.com/b").orElseThrow().isReplaced()).isFalse();
    }

    @Test
    void the_same_module_in_another_version_is_a_replacement() throws IOException {
        GoBuildInfo info = read(ElfFixture.x86_64()
                        .goBuildInfo(ORDERS.replacedBy("github.com/aws/aws-lambda-go", "v1.17.0")))
                .orElseThrow();
        assertThat(info.dependencies().get(0).isReplaced()).isTrue();
    }

    @Test
    void a_replacement_of_nothing_and_lines_of_no_sense_are_passed_over() throws IOException {
        GoBuildInfo info = read(ElfFixture.x86_64()
                        .goBuildInfo(GoBuildInfoFixture.go("go1.26.8")
                                .replacedBy("example.com/fork", "v1")
                                .line("dep")
                                .line("nonsense\tx\ty")
                                .line("build\tnokey")
                                .line("build\t=novalue")
                                .line("build\t\"broken=1")
                                .line("build\tbroken=\"1")
                                .line("build\t\"key\" 1")
                                .line("dep\texample.com/no-version")
                                .line("")))
                .orElseThrow();

        assertThat(info)
                .isEqualTo(new GoBuildInfo(
                        "go1.26.8", "", List.of(), List.of(GoModule.of("example.com/no-version", "")), Map.of()));
    }

    @Test
    void a_version_without_modules_is_what_bazel_leaves() throws IOException {
        assertThat(read(ElfFixture.x86_64().goBuildInfo(GoBuildInfoFixture.go("go1.22-20231128-RC02 cl/1 X:boring"))))
                .contains(new GoBuildInfo("go1.22-20231128-RC02 cl/1 X:boring", "", List.of(), List.of(), Map.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"devel go1.27-abc", "devel +a1b2", "go1.26.8", "go1"})
    void versions_of_go_are_plausible(String version) throws IOException {
        assertThat(read(ElfFixture.x86_64().goBuildInfo(GoBuildInfoFixture.go(version))))
                .map(GoBuildInfo::goVersion)
                .contains(version);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1.26.8", "xgo1", "go1\n", "go1\u0000"})
    void a_header_with_something_else_behind_it_is_no_build_info(String version) throws IOException {
        assertThat(read(ElfFixture.x86_64().goBuildInfo(GoBuildInfoFixture.go(version))))
                .isEmpty();
    }

    @Test
    void a_program_without_go_has_none() throws IOException {
        assertThat(read(ElfFixture.x86_64())).isEmpty();
    }

    @Test
    void the_magic_alone_in_a_go_tool_is_passed_over() throws IOException {
        byte[] magic = "\u00ff Go buildinf:\u0008\u0002".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(read(ElfFixture.x86_64().data(magic).readOnlyData(magic).goBuildInfo(ORDERS)))
                .map(GoBuildInfo::path)
                .contains("example.com/orders");
    }

    @Test
    void an_embedded_programs_build_info_is_not_the_programs_own() throws IOException {
        byte[] embedded = ElfFixture.x86_64()
                .goBuildInfo(GoBuildInfoFixture.go("go1.1").path("example.com/embedded"))
                .bytes();
        ElfFixture readOnly = ElfFixture.x86_64().readOnlyData(embedded).goBuildInfo(ORDERS);
        ElfFixture writable =
                ElfFixture.x86_64().data(embedded).goBuildInfo(ORDERS).withSections();

        assertThat(read(readOnly)).map(GoBuildInfo::path).contains("example.com/orders");
        assertThat(read(writable)).map(GoBuildInfo::path).contains("example.com/orders");
    }

    @Test
    void build_info_that_is_not_loaded_is_not_the_programs() throws IOException {
        byte[] bytes = ElfFixture.x86_64().bytes();
        byte[] other = ElfFixture.x86_64().goBuildInfo(ORDERS).bytes();
        byte[] appended = Arrays.copyOf(bytes, bytes.length + other.length);
        System.arraycopy(other, 0, appended, bytes.length, other.length);

        assertThat(ContentScan.of(new BytesSource(appended)).buildInfoOffsets()).hasSize(1);
        assertThat(read(appended)).isEmpty();
    }

    @Test
    void a_damaged_module_text_leaves_the_version() throws IOException {
        byte[] bytes = ElfFixture.x86_64().goBuildInfo(ORDERS).bytes();
        int version = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("go1.26.8");
        GoBuildInfo unknown = new GoBuildInfo("go1.26.8", "", List.of(), List.of(), Map.of());

        byte[] hugeLength = bytes.clone();
        System.arraycopy(new byte[] {-1, -1, -1, -1, 7}, 0, hugeLength, version + 8, 5);
        assertThat(read(hugeLength)).contains(unknown);
        byte[] noLength = bytes.clone();
        System.arraycopy(new byte[] {-1, -1, -1, -1, -1, 1}, 0, noLength, version + 8, 6);
        assertThat(read(noLength)).contains(unknown);
        byte[] noFrame = bytes.clone();
        noFrame[version + 8] = 33;
        noFrame[version + 9] = 0;
        assertThat(read(noFrame)).contains(unknown);
    }

    @ParameterizedTest
    @CsvSource({"1024, true", "1025, false"})
    void a_version_has_a_limit(int length, boolean read) throws IOException {
        String version = "go1." + "1".repeat(length - 4);
        assertThat(read(ElfFixture.x86_64().goBuildInfo(GoBuildInfoFixture.go(version)))
                        .isPresent())
                .isEqualTo(read);
        assertThat(read(ElfFixture.x86_64().goBuildInfoByPointers(GoBuildInfoFixture.go(version)))
                        .isPresent())
                .isEqualTo(read);
    }

    @Test
    void more_lines_than_any_program_has_are_left_out() throws IOException {
        GoBuildInfoFixture many = GoBuildInfoFixture.go("go1.26.8").line("dep\ta\tb\n".repeat(10_001));
        assertThat(read(ElfFixture.x86_64().goBuildInfo(many)).orElseThrow().dependencies())
                .hasSize(10_000);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 16, -8})
    void a_pointer_size_that_no_machine_has_is_no_build_info(int size) throws IOException {
        byte[] bytes = ElfFixture.x86_64().goBuildInfoByPointers(ORDERS).bytes();
        int at = magic(bytes);
        bytes[at + 14] = (byte) size;
        assertThat(read(bytes)).isEmpty();
    }

    @Test
    void pointers_that_lead_out_of_the_file_are_no_build_info() throws IOException {
        byte[] bytes = ElfFixture.x86_64().goBuildInfoByPointers(ORDERS).bytes();
        ByteBuffer.wrap(bytes).putLong(magic(bytes) + 16, -1);
        assertThat(read(bytes)).isEmpty();
    }

    @ParameterizedTest(name = "a length of {0} bytes in base 128")
    @CsvSource({"8, true", "8800, true", "88808000, true", "8880808000, true", "888080808000, false"})
    void a_length_has_at_most_five_bytes(String length, boolean isRead) throws IOException {
        byte[] prefix = HexFormat.of().parseHex(length.length() == 1 ? "0" + length : length);
        byte[] header = "\u00ff Go buildinf:\u0008\u0002".getBytes(StandardCharsets.ISO_8859_1);
        byte[] info = Arrays.copyOf(header, 32 + prefix.length + 9);
        System.arraycopy(prefix, 0, info, 32, prefix.length);
        System.arraycopy("go1.26.8".getBytes(StandardCharsets.UTF_8), 0, info, 32 + prefix.length, 8);

        assertThat(read(ElfFixture.x86_64().data(info)).isPresent()).isEqualTo(isRead);
    }

    @Test
    void a_string_header_that_the_file_cuts_off_is_no_build_info() throws IOException {
        byte[] bytes = ElfFixture.x86_64().goBuildInfoByPointers(ORDERS).bytes();
        ByteBuffer pointers = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        pointers.putLong(magic(bytes) + 16, 0x600000 + bytes.length - 8);

        assertThat(read(bytes)).isEmpty();
    }

    private static int magic(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1).indexOf("\u00ff Go buildinf:");
    }

    private static Optional<GoBuildInfo> read(ElfFixture fixture) throws IOException {
        return read(fixture.bytes());
    }

    private static Optional<GoBuildInfo> read(byte[] bytes) throws IOException {
        BytesSource source = new BytesSource(bytes);
        return GoBuildInfo.read(ElfReader.read(source).orElseThrow(), source);
    }
}
