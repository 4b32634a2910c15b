package io.github.lambdabootstrap.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelTest {

    // FIPS 180-2, appendix B.1
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @ParameterizedTest
    @ValueSource(strings = {"a", "Orders", "compliance-alert_forwarder", "v1.2", "0"})
    void a_function_name_keeps_case_and_underscores(String value) {
        assertThat(new FunctionName(value)).hasToString(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", ".a", "a/b", "a b", "ä", "a\n"})
    void what_cannot_be_a_file_name_is_no_function_name(String value) {
        assertThat(FunctionName.isValid(value)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new FunctionName(value));
    }

    @Test
    void a_function_name_has_at_most_128_characters() {
        assertThat(FunctionName.isValid("a".repeat(128))).isTrue();
        assertThat(FunctionName.isValid("a".repeat(129))).isFalse();
    }

    @Test
    void names_that_differ_in_case_alone_share_a_key() {
        assertThat(new FunctionName("Orders").key()).isEqualTo(new FunctionName("orders").key());
    }

    @Test
    void the_names_that_were_meant_are_those_with_the_fewest_differences() {
        assertThat(NameDistance.between("Ordrs", "orders")).isEqualTo(1);
        assertThat(NameDistance.nearest("ordrs", List.of("thumbs", "orders", "order", "orders"), 2))
                .containsExactly("orders", "order");
    }

    @ParameterizedTest
    @CsvSource({"example.com/shop/cmd/orders, cmd/orders", "example.com/shop, ''", "command-line-arguments, ''"})
    void a_package_has_a_path_in_its_module(String goPackage, String path) {
        assertThat(new BuiltExecutable(
                                new FunctionName("orders"),
                                Path.of("/bin/orders"),
                                Sha256.of(new byte[0]),
                                new ByteSize(0),
                                RuntimeCatalog.builtIn().find("provided.al2023").orElseThrow(),
                                Architecture.ARM64,
                                goPackage,
                                "example.com/shop")
                        .packagePath())
                .isEqualTo(path);
    }

    @Test
    void an_architecture_is_known_by_the_name_of_lambda_and_of_go() {
        assertThat(Architecture.parse("x86_64")).contains(Architecture.X86_64);
        assertThat(Architecture.parse("amd64")).contains(Architecture.X86_64);
        assertThat(Architecture.parse("arm64")).contains(Architecture.ARM64);
        assertThat(Architecture.parse("X86_64")).isEmpty();
        assertThat(Architecture.ids()).containsExactly("x86_64", "arm64");
    }

    @ParameterizedTest
    @CsvSource({"2.9, 2.26, -1", "2.34, 2.34.0, 0", "2.35, 2.34, 1", "10, 9.9.9, 1"})
    void a_version_compares_as_numbers(String left, String right, int order) {
        assertThat(version(left).compareTo(version(right))).isEqualTo(order);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2.", ".2", "a", "2.x", "9999999999", "1.1.1.1.1.1.1.1.1", "-1"})
    void other_text_is_no_version(String text) {
        assertThat(DottedVersion.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 0 B", "1023, 1023 B", "1024, 1.0 KiB", "3250585, 3.1 MiB", "262144000, 250.0 MiB"})
    void a_size_prints_as_people_read_it(long bytes, String text) {
        assertThat(new ByteSize(bytes)).hasToString(text);
    }

    @Test
    void a_digest_is_known_in_the_form_of_lambda(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("abc"), "abc");

        assertThat(Sha256.of(file).hex()).isEqualTo(ABC);
        assertThat(Sha256.of("abc".getBytes(StandardCharsets.UTF_8)).base64())
                .isEqualTo("ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
        assertThat(Sha256.of(file).abbreviated()).isEqualTo("ba7816bf");
    }

    @ParameterizedTest
    @CsvSource({
        "*-lambda, example-lambda, true",
        "*-lambda, lambda, false",
        "a?c, abc, true",
        "a?c, a/c, false",
        "*, a/b, false",
        "**, a/b, true",
        "**/main, main, true",
        "**/main, x/y/main, true",
        "**/main, xmain, false",
        "a.b, axb, false",
        "github.com/acme/**, github.com/acme/x/y, true",
    })
    void a_glob_matches_as_ant_does(String pattern, String text, boolean matches) {
        assertThat(new Glob(pattern).matches(text)).isEqualTo(matches);
    }

    @Test
    void the_catalog_has_the_dates_and_ceilings_of_each_runtime() {
        RuntimeCatalog catalog = RuntimeCatalog.builtIn();

        assertThat(catalog.targetIds()).containsExactly("provided.al2", "provided.al2023");
        LambdaRuntime al2 = catalog.find("provided.al2").orElseThrow();
        assertThat(al2.glibc()).isEqualTo(version("2.26"));
        LocalDate end = al2.lifecycle().deprecated().orElseThrow();
        assertThat(al2.lifecycle().endedBy(end)).isTrue();
        assertThat(al2.lifecycle().endedBy(end.minusDays(1))).isFalse();
        assertThat(al2.lifecycle().source()).isEqualTo("cfn-lint, LmbdRuntimeLifecycle.json at commit afd7953");
        assertThat(al2.lifecycle().sourceDate()).isEqualTo("2026-06-02");
        assertThat(catalog.find("go1.x").orElseThrow().target()).isFalse();
        assertThat(catalog.find("nodejs22.x")).isEmpty();
    }

    @Test
    void a_failed_write_leaves_the_old_file(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("old.json"), "old");

        assertThat(new AtomicFile(file).writeIfChanged("old")).isFalse();
        assertThat(failure(() -> new AtomicFile(file).write(temporary -> {
                    Files.writeString(temporary, "half");
                    throw new IOException("disk full");
                })))
                .hasValue("disk full");

        assertThat(file).hasContent("old");
        assertThat(folder).isDirectoryContaining("glob:**old.json");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void a_changed_file_is_replaced(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("new/file.json");

        assertThat(new AtomicFile(file).writeIfChanged("new")).isTrue();
        assertThat(file).hasContent("new");
        assertThat(Files.getPosixFilePermissions(file))
                .isEqualTo(Files.getPosixFilePermissions(Files.createFile(folder.resolve("plain"))));
    }

    @Test
    void workers_keep_the_order_of_the_items() {
        assertThat(new Workers(4).map(List.of(3, 1, 2), i -> i * 10)).containsExactly(30, 10, 20);
        assertThat(new Workers(4).map(List.of(), i -> i)).isEmpty();
    }

    @Test
    void workers_rethrow_the_first_failure_as_it_is() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Workers(2).map(List.of(1), i -> {
                    throw new IllegalArgumentException("item " + i);
                }))
                .withMessage("item 1");
    }

    private interface Action {
        void run() throws IOException;
    }

    private static Optional<String> failure(Action action) {
        try {
            action.run();
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(e.getMessage());
        }
    }

    private static DottedVersion version(String text) {
        return DottedVersion.parse(text).orElseThrow();
    }
}
