package io.github.lambdabootstrap.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemTest {

    private static final Problem MISSING = Problem.input("no Go function found", "set lambda.failIfNoFunctions=false")
            .at("pom.xml <go>")
            .because("an empty build deploys nothing")
            .docs("reference/build.md#discovery");

    @Test
    void a_problem_says_what_where_why_and_how_to_fix_it() {
        assertThat(ProblemText.lines("'shop'", List.of(MISSING, Problem.environment("the disk is full", "free some"))))
                .containsExactly(
                        "2 problems in 'shop':",
                        "  no Go function found (pom.xml <go>); an empty build deploys nothing",
                        "    fix: set lambda.failIfNoFunctions=false      docs/reference/build.md#discovery",
                        "  the disk is full",
                        "    fix: free some");
    }

    @Test
    void a_problem_without_a_fix_cannot_be_made() {
        assertThatIllegalArgumentException().isThrownBy(() -> Problem.input("broken", " "));
    }

    @Test
    void all_problems_are_thrown_together() {
        Problems problems = new Problems();
        problems.throwIfAny();
        problems.add(MISSING);
        problems.addAll(List.of(Problem.environment("the disk is full", "free some")));

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(problems::throwIfAny)
                .withMessage("no Go function found; the disk is full")
                .satisfies(e -> assertThat(e.isInput()).isTrue())
                .satisfies(e -> assertThat(e.problems()).hasSize(2));
    }

    @Test
    void text_from_outside_cannot_forge_a_line_or_colour_a_terminal() {
        assertThat(SafeText.of("a\r\n[ERROR] b\u001b[31m\u202e\0\u2028"))
                .isEqualTo("a\\r\\n[ERROR] b\\u001b[31m\\u202e\\0\\u2028");
        assertThat(SafeText.of("\ud800 \udc00x")).isEqualTo("\\ud800 \\udc00x");
        assertThat(SafeText.of("größe 漢字 😀")).isEqualTo("größe 漢字 😀");
    }

    @Test
    void text_from_outside_holds_no_command_to_a_ci_server() {
        assertThat(SafeText.of("##vso[x] ###[y] # c#")).isEqualTo("#\\u0023vso[x] #\\u0023\\u0023[y] # c#");
    }

    @Test
    void long_text_is_cut_to_200_characters() {
        assertThat(SafeText.of("x".repeat(200))).isEqualTo("x".repeat(200));
        assertThat(SafeText.of("x".repeat(201))).isEqualTo("x".repeat(199) + "…");
        assertThat(SafeText.of("\n".repeat(300))).hasSizeLessThanOrEqualTo(200).endsWith("\\n…");
    }
}
