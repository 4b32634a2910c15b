package io.github.lambdabootstrap.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RuleRegistryTest {

    private static final Path SOURCES = Path.of("src/main/java/io/github/lambdabootstrap/rules");
    private static final RuleRegistry REGISTRY = RuleRegistry.on(LocalDate.parse("2026-01-01"));

    static List<Rule> rules() {
        return REGISTRY.rules();
    }

    static List<String> classes() {
        return Stream.concat(REGISTRY.rules().stream(), REGISTRY.templateRules().stream())
                .map(rule -> rule.getClass().getSimpleName())
                .toList();
    }

    @Test
    void every_rule_class_is_registered_once() throws IOException {
        List<String> classes;
        try (Stream<Path> sources = Files.list(SOURCES)) {
            classes = sources.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Rule.java"))
                    .map(name -> name.replace(".java", ""))
                    .filter(name -> !name.equals("Rule") && !name.equals("TemplateRule"))
                    .toList();
        }
        assertThat(classes()).containsExactlyInAnyOrderElementsOf(classes);
        assertThat(REGISTRY.templateRules())
                .extracting(TemplateRule::id)
                .allSatisfy(id -> assertThat(id).startsWith("template-"));
    }

    @Test
    void the_ids_are_the_class_names_in_kebab_case() {
        assertThat(REGISTRY.ids())
                .isEqualTo(classes().stream().map(RuleRegistryTest::kebab).toList());
        assertThat(rules())
                .allSatisfy(rule -> assertThat(REGISTRY.find(rule.id())).contains(rule));
    }

    private static String kebab(String type) {
        return type.replaceFirst("Rule$", "").replaceAll("(?<=.)(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    @ParameterizedTest
    @MethodSource("classes")
    void the_rule_has_a_section_that_says_what_why_and_how(String type) throws IOException {
        String docs = Files.readString(Path.of("docs/rules.md"));
        String heading = "\n## " + kebab(type) + "\n";
        assertThat(docs).contains(heading);
        String section = docs.substring(docs.indexOf(heading) + 1);
        int end = section.indexOf("\n## ", 1);
        assertThat(end < 0 ? section : section.substring(0, end))
                .contains("**What.**", "**Why.**", "**Fix.**")
                .containsPattern("\\*(error|warning|info)");
    }

    @ParameterizedTest
    @MethodSource("classes")
    void the_rule_has_a_test_of_its_own(String type) {
        assertThat(Path.of("src/test/java/io/github/lambdabootstrap/rules/" + type + "Test.java"))
                .exists();
    }

    @Test
    void the_ids_are_those_of_the_rules_in_their_order() {
        assertThat(REGISTRY.ids())
                .startsWith("archive-readable", "archive-not-empty")
                .endsWith("template-handler", "template-environment")
                .doesNotHaveDuplicates();
        assertThat(REGISTRY.find("no-such-rule")).isEmpty();
    }

    @Test
    void a_rule_that_is_off_is_not_there() {
        RuleRegistry without =
                RuleRegistry.on(LocalDate.parse("2026-01-01"), Set.of("template-code", "archive-readable"));
        assertThat(without.ids())
                .hasSize(REGISTRY.ids().size() - 2)
                .doesNotContain("template-code", "archive-readable");
    }
}
