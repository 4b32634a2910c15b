package io.github.lambdabootstrap.mojo.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.lambdabootstrap.model.LambdaRuntime;
import io.github.lambdabootstrap.model.RuntimeCatalog;
import io.github.lambdabootstrap.problem.ProblemException;
import io.github.lambdabootstrap.problem.ProblemText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuntimeDatesConfigTest {

    private static final RuntimeCatalog BUILT_IN = RuntimeCatalog.builtIn();

    @TempDir
    Path folder;

    @Test
    void a_runtime_that_the_file_names_has_the_dates_of_the_file_alone() throws IOException {
        RuntimeCatalog dated = read("""
                source = AWS, docs.amazonaws.cn
                sourceDate = 2026-11-20
                provided.al2.deprecated = 2026-06-30
                provided.al2.updateBlocked =
                """);

        LambdaRuntime al2 = dated.find("provided.al2").orElseThrow();
        assertThat(al2.lifecycle().deprecated()).contains(LocalDate.parse("2026-06-30"));
        assertThat(al2.lifecycle().createBlocked()).isEmpty();
        assertThat(al2.lifecycle().updateBlocked()).isEmpty();
        assertThat(al2.lifecycle().source()).isEqualTo("AWS, docs.amazonaws.cn");
        assertThat(al2.lifecycle().sourceDate()).isEqualTo("2026-11-20");
        assertThat(al2.glibc()).isEqualTo(builtIn("provided.al2").glibc());
        assertThat(dated.find("provided.al2023")).contains(builtIn("provided.al2023"));
        assertThat(dated.ids()).isEqualTo(BUILT_IN.ids());
    }

    @Test
    void a_copy_of_the_plugins_own_dates_changes_nothing() throws IOException {
        RuntimeCatalog dated = read("""
                source = cfn-lint, LmbdRuntimeLifecycle.json at commit afd7953
                sourceDate = 2026-06-02
                provided.al2.deprecated = 2026-07-31
                provided.al2.createBlocked = 2027-02-01
                provided.al2.updateBlocked = 2027-03-03
                """);

        assertThat(dated).isEqualTo(BUILT_IN);
    }

    @Test
    void all_faults_of_a_file_are_told_at_once() {
        assertThat(faults("""
                sourceDate = yesterday
                provided.al2.deprecated = 31.07.2026
                provided.al2.deprecatd = 2026-07-31
                provided.al2.createBlocked = 2027-02-30
                nodejs22.x.deprecated = 2027-04-30
                """))
                .containsExactly(
                        "  unknown runtime 'nodejs22.x'; a date alone does not make a runtime known (lambda.runtimeDates:"
                                + " dates, key nodejs22.x.deprecated)",
                        "    fix: choose one of go1.x, provided, provided.al2, provided.al2023",
                        "  there is no such key (lambda.runtimeDates: dates, key provided.al2.deprecatd)",
                        "    fix: write source, sourceDate, or a runtime with .deprecated, .createBlocked or"
                                + " .updateBlocked behind it",
                        "  the dates have no source (lambda.runtimeDates: dates, key source)",
                        "    fix: say where the dates are from",
                        "  'yesterday' is no date (lambda.runtimeDates: dates, key sourceDate)",
                        "    fix: write it as 2027-03-03, or leave it empty where AWS names no day",
                        "  '31.07.2026' is no date (lambda.runtimeDates: dates, key provided.al2.deprecated)",
                        "    fix: write it as 2027-03-03, or leave it empty where AWS names no day",
                        "  '2027-02-30' is no date (lambda.runtimeDates: dates, key provided.al2.createBlocked)",
                        "    fix: write it as 2027-03-03, or leave it empty where AWS names no day");
    }

    @Test
    void dates_without_a_day_of_their_source_are_refused() {
        assertThat(faults("source = AWS\n"))
                .containsExactly(
                        "  the source has no date (lambda.runtimeDates: dates, key sourceDate)",
                        "    fix: say the day on which the source had them");
    }

    @Test
    void a_file_that_is_not_there_or_no_text_is_named() throws IOException {
        String fix = "    fix: name a readable .properties file in UTF-8";
        assertThat(faults())
                .containsExactly("  the file of runtime dates does not exist (lambda.runtimeDates: dates)", fix);
        Files.write(file(), new byte[] {'a', (byte) 0xFF});
        assertThat(faults())
                .containsExactly("  the file of runtime dates is not UTF-8 (lambda.runtimeDates: dates)", fix);
        Files.write(file(), "a = \\u12".getBytes(StandardCharsets.UTF_8));
        assertThat(faults())
                .containsExactly(
                        "  the file of runtime dates cannot be read: Malformed \\uxxxx encoding."
                                + " (lambda.runtimeDates: dates)",
                        fix);
    }

    private static LambdaRuntime builtIn(String id) {
        return BUILT_IN.find(id).orElseThrow();
    }

    private Path file() {
        return folder.resolve("dates");
    }

    private RuntimeCatalog read(String text) throws IOException {
        return new RuntimeDatesConfig(Files.writeString(file(), text)).applied(BUILT_IN);
    }

    private List<String> faults(String text) {
        try {
            Files.writeString(file(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return faults();
    }

    /** The lines that a user sees, without the heading, the page and the folder. */
    private List<String> faults() {
        ProblemException problems = Optional.ofNullable(catchThrowableOfType(
                        ProblemException.class, () -> new RuntimeDatesConfig(file()).applied(BUILT_IN)))
                .orElseThrow();
        assertThat(problems.isInput()).isTrue();
        return ProblemText.lines("x", problems.problems()).stream()
                .skip(1)
                .map(line -> line.replace(folder + "/", "").replaceAll(" +docs/rules.md#runtime-supported$", ""))
                .toList();
    }
}
