package io.github.lambdabootstrap.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdabootstrap.model.RuntimeCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Pairs of templates, before and after, one for each construct, in {@code src/test/resources/template}. Beside them lies
 * what is said: {@code line kind: what; fix}. {@code -Dlambda.goldens.update} writes both anew, to be read.
 */
class GoldenMigrationTest {

    private static final Path GOLDENS = Path.of("src/test/resources/template");
    private static final RuntimeCatalog CATALOG = RuntimeCatalog.builtIn();

    static List<Path> pairs() throws IOException {
        try (Stream<Path> files = Files.list(GOLDENS)) {
            return files.filter(path -> path.toString().contains(".before."))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pairs")
    void a_template_becomes_what_is_beside_it(Path before, @TempDir Path folder) throws IOException {
        String name = before.getFileName().toString();
        Path file = folder.resolve(name.replace(".before", ""));
        Files.copy(before, file);

        MigrationReport report = migrate(file);

        FileOutcome outcome = report.files().get(0);
        String result = outcome.isChanged() ? outcome.content().after() : Files.readString(before);
        Path after = sibling(before, ".after.");
        Path remarks = GOLDENS.resolve(name.substring(0, name.indexOf(".before")) + ".remarks.txt");
        if (System.getProperty("lambda.goldens.update") != null) {
            Files.writeString(after, result);
            Files.writeString(remarks, said(outcome));
        }
        assertThat(result).isEqualTo(Files.readString(after));
        assertThat(said(outcome)).isEqualTo(Files.readString(remarks));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pairs")
    void a_second_run_changes_nothing(Path before, @TempDir Path folder) throws IOException {
        Path file = folder.resolve(before.getFileName().toString().replace(".before", ""));
        Files.copy(sibling(before, ".after."), file);

        assertThat(migrate(file).changed()).isEmpty();
    }

    /** An editor, or a checkout, may make plain text of it on both sides. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            crlf.yaml              | (?s)([^\\n]*\\r\\n)+
            byte-order-mark.yaml   | (?s)\\ufeff.*
            no-final-newline.yaml  | (?s).*[^\\n]
            tabs-in-comments.yaml  | (?s).*#[^\\n]*\\t.*
            tabs.json              | (?s).*\\n\\t.*
            emoji.yaml             | (?s).*[\\x{1F000}-\\x{1FAFF}].*go1\\.x.*
            multi-document.yaml    | (?s).*\\n---\\r?\\n.*
            block-scalars.yaml     | (?s).*: [>\\x7c].*
            merge-keys.yaml        | (?s).*<<: \\*.*
            foreach.yaml           | (?s).*Fn::ForEach::.*
            """)
    void a_golden_has_what_its_name_says(String name, String pattern) throws IOException {
        Path file = GOLDENS.resolve(name.replace(".", ".before."));
        assertThat(Files.readString(file)).matches(pattern);
        assertThat(pairs()).contains(file);
    }

    private static MigrationReport migrate(Path file) {
        String name = file.getFileName().toString();
        MigrationSettings settings = MigrationSettings.towards(
                        CATALOG.find(RuntimeCatalog.DEFAULT_ID).orElseThrow(), CATALOG)
                .withBundle(name.startsWith("bundle"))
                .withBuildMethod(name.contains("build-method"));
        return new Migration(settings).plan(TemplateSelection.of(List.of(file.toString()), file.getParent()));
    }

    private static Path sibling(Path before, String part) {
        return before.resolveSibling(before.getFileName().toString().replace(".before.", part));
    }

    private static String said(FileOutcome outcome) {
        return outcome.remarks().stream()
                .map(r -> "%d %s: %s; fix: %s\n"
                        .formatted(r.line(), r.kind().name().toLowerCase(java.util.Locale.ROOT), r.what(), r.fix()))
                .collect(Collectors.joining());
    }
}
