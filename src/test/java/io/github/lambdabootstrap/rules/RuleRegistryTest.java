package io.github.lambdabootstrap.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RuleRegistryTest {

    private static final RuleRegistry REGISTRY = RuleRegistry.on(LocalDate.parse("2026-01-01"));

    static List<Rule> rules() {
        return REGISTRY.rules();
    }

    @Test
    void every_rule_class_is_registered_once() {
        Set<String> classes = new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.github.lambdabootstrap.rules")
                        .stream()
                        .filter(type -> type.isAssignableTo(Rule.class))
                        .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
                        .map(JavaClass::getSimpleName)
                        .collect(Collectors.toCollection(TreeSet::new));
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
                .containsPattern("\\*(error|warning)");
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_rule_has_a_test_of_its_own(Rule rule) {
        assertThat(Path.of("src/test/java/io/github/lambdabootstrap/rules/"
                        + rule.getClass().getSimpleName() + "Test.java"))
                .exists();
    }
}
