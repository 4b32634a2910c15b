package io.github.lambdabootstrap.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdabootstrap.model.RuntimeCatalog;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindingTest {

    private static final Finding FINDING =
            new Finding("entry-names", Severity.WARNING, "a\\b", "it is wrong", "correct it");

    @Test
    void its_page_is_the_section_of_its_rule() {
        assertThat(FINDING.docs()).isEqualTo("rules.md#entry-names");
    }

    @Test
    void another_weight_changes_nothing_else() {
        assertThat(FINDING.withSeverity(Severity.INFO))
                .isEqualTo(new Finding("entry-names", Severity.INFO, "a\\b", "it is wrong", "correct it"));
    }

    @ParameterizedTest
    @CsvSource({"' ', m, f", "r, ' ', f", "r, m, ' '"})
    void one_without_rule_message_or_fix_is_refused(String rule, String message, String fix) {
        assertThatThrownBy(() -> new Finding(rule, Severity.INFO, "", message, fix))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a finding names its rule, says what is wrong and how to fix it");
    }

    @Test
    void weights_have_names_and_an_order() {
        assertThat(Severity.ids()).containsExactly("error", "warning", "info");
        assertThat(Severity.parse("warning")).contains(Severity.WARNING);
        assertThat(Severity.parse("Warning")).isEmpty();
        assertThat(Severity.WARNING.isAtLeast(Severity.WARNING)).isTrue();
        assertThat(Severity.ERROR.isAtLeast(Severity.WARNING)).isTrue();
        assertThat(Severity.INFO.isAtLeast(Severity.WARNING)).isFalse();
    }

    @Test
    void an_expectation_gets_more_layers_and_stays_a_placeholder() {
        Expectation function =
                Expectation.of(RuntimeCatalog.builtIn().find("provided.al2").orElseThrow(), Optional.empty());
        Expectation placeholder = function.with(List.of("one.zip"), true);
        assertThat(function.with(List.of(), false).placeholder()).isFalse();
        assertThat(placeholder.placeholder()).isTrue();
        assertThat(placeholder.with(List.of("two.zip"), false))
                .isEqualTo(new Expectation(
                        function.runtime(), Optional.empty(), List.of("one.zip", "two.zip"), List.of(), true));
    }
}
