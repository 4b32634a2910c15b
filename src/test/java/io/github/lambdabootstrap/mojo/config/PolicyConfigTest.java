package io.github.lambdabootstrap.mojo.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.lambdabootstrap.gate.Policy;
import io.github.lambdabootstrap.gate.Suppression;
import io.github.lambdabootstrap.model.Glob;
import io.github.lambdabootstrap.problem.ProblemException;
import io.github.lambdabootstrap.problem.ProblemText;
import io.github.lambdabootstrap.rules.Severity;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PolicyConfigTest {

    private static final List<String> IDS = List.of("entry-names", "glibc-version");
    private static final String CHOICES = "    fix: choose one of entry-names, glibc-version      docs/rules.md";

    @Test
    void nothing_said_is_the_default() {
        assertThat(new PolicyConfig(null, null, null, null).toSpec(IDS)).isEqualTo(Policy.DEFAULT);
        assertThat(new PolicyConfig(Map.of(), List.of(), List.of(), " error ").toSpec(IDS))
                .isEqualTo(Policy.DEFAULT);
    }

    @Test
    void the_command_line_wins_over_the_pom() {
        Policy policy = new PolicyConfig(
                        Map.of("glibc-version", "warning", "entry-names", " info "),
                        List.of(" glibc-version=off ", "", "entry-names = error"),
                        null,
                        "warning")
                .toSpec(IDS);

        assertThat(policy.severities())
                .isEqualTo(Map.of("glibc-version", Optional.empty(), "entry-names", Optional.of(Severity.ERROR)));
        assertThat(policy.failOn()).isEqualTo(Severity.WARNING);
    }

    @Test
    void a_suppression_may_name_an_archive_and_an_entry() throws ReflectiveOperationException {
        PolicyConfig config = new PolicyConfig(
                null,
                null,
                List.of(
                        suppression(" entry-names ", " ord* ", null, " meant "),
                        suppression("glibc-version", "", "lib/**", "shipped")),
                null);

        assertThat(config.toSpec(IDS).suppressions())
                .containsExactly(
                        new Suppression("entry-names", Optional.of(new Glob("ord*")), Optional.empty(), "meant"),
                        new Suppression("glibc-version", Optional.empty(), Optional.of(new Glob("lib/**")), "shipped"));
        assertThat(config.toSpec(IDS).suppressions())
                .extracting(Suppression::shown)
                .containsExactly("rule 'entry-names' in archive 'ord*'", "rule 'glibc-version' at entry 'lib/**'");
    }

    @Test
    void all_that_is_mistyped_is_told_at_once() throws ReflectiveOperationException {
        List<String> lines = lines(new PolicyConfig(
                Map.of("glibc-versio", "warning"),
                Arrays.asList("entry-names=fatal", "glibc-version", null),
                List.of(
                        suppression("entry-name", null, null, "x"),
                        suppression("entry-names", null, null, " "),
                        suppression(null, null, null, "x")),
                "info"));

        String weights = "    fix: choose one of error, warning, info, off";
        String suppressed = "    fix: say which rule is suppressed and why      docs/reference/verify.md";
        assertThat(lines)
                .containsExactly(
                        "7 problems in x:",
                        "  there is no rule 'glibc-versio' (pom.xml <rules>)",
                        CHOICES,
                        "  'fatal' is no weight for rule 'entry-names' (lambda.ruleSeverities)",
                        weights,
                        "  'glibc-version' is no weight for rule 'glibc-version' (lambda.ruleSeverities)",
                        weights,
                        "  a suppression lacks its <reason> (pom.xml <suppressions>)",
                        suppressed,
                        "  a suppression lacks its <rule> (pom.xml <suppressions>)",
                        suppressed,
                        "  there is no rule 'entry-name' (pom.xml <suppressions>)",
                        CHOICES,
                        "  'info' is nothing to fail on (lambda.verify.failOn)",
                        "    fix: choose error or warning");
    }

    private static List<String> lines(PolicyConfig config) {
        ProblemException problems = catchThrowableOfType(ProblemException.class, () -> config.toSpec(IDS));
        assertThat(problems.isInput()).isTrue();
        return ProblemText.lines("x", problems.problems());
    }

    /** As Maven makes one: it sets the fields. */
    private static SuppressionConfig suppression(String rule, String archive, String entry, String reason)
            throws ReflectiveOperationException {
        SuppressionConfig config = new SuppressionConfig();
        Map<String, Optional<String>> values = Map.of(
                "rule", Optional.ofNullable(rule),
                "archive", Optional.ofNullable(archive),
                "entry", Optional.ofNullable(entry),
                "reason", Optional.ofNullable(reason));
        for (Map.Entry<String, Optional<String>> value : values.entrySet()) {
            Field field = SuppressionConfig.class.getDeclaredField(value.getKey());
            field.setAccessible(true);
            field.set(config, value.getValue().orElse(null));
        }
        return config;
    }
}
