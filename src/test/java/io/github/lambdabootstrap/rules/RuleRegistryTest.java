package io.github.lambdabootstrap.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
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

    @Test
    void every_rule_class_is_registered_once() throws IOException {
        List<String> classes;
        try (Stream<Path> sources = Files.list(SOURCES)) {
            classes = sources.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Rule.java") && !name.equals("Rule.java"))
                    .map(name -> name.replace(".java", ""))
                    .toList();
        }
        assertThat(rules())
                .extracting(rule -> rule.getClass().getSimpleName())
                .containsExactlyInAnyOrderElementsOf(classes);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_id_is_the_class_name_in_kebab_case(Rule rule) {
        String name = rule.getClass().getSimpleName().replaceFirst("Rule$", "");
        assertThat(rule.id()).isEqualTo(name.replaceAll("(?<=.)(?=[A-Z])", "-").toLowerCase(Locale.ROOT));
        assertThat(REGISTRY.find(rule.id())).contains(rule);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_rule_has_a_section_that_says_what_why_and_how(Rule rule) throws IOException {
        String docs = Files.readString(Path.of("docs/rules.md"));
        assertThat(docs).contains("\n## " + rule.id() + "\n");
        String section = docs.substring(docs.indexOf("\n## " + rule.id() + "\n") + 1);
        int end = section.indexOf("\n## ", 1);
        assertThat(end < 0 ? section : section.substring(0, end))
                .contains("**What.**", "**Why.**", "**Fix.**")
                .containsPattern("\\*(error|warning|info)");
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_rule_has_a_test_of_its_own(Rule rule) {
        assertThat(Path.of("src/test/java/io/github/lambdabootstrap/rules/"
                        + rule.getClass().getSimpleName() + "Test.java"))
                .exists();
    }

    @Test
    void the_ids_are_those_of_the_rules_in_their_order() {
        assertThat(REGISTRY.ids())
                .startsWith("archive-readable", "archive-not-empty")
                .endsWith("runtime-supported")
                .doesNotHaveDuplicates()
                .hasSameSizeAs(rules());
        assertThat(REGISTRY.find("no-such-rule")).isEmpty();
    }
}
