package io.github.lambdabootstrap.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdabootstrap.model.Architecture;
import io.github.lambdabootstrap.model.FunctionName;
import io.github.lambdabootstrap.problem.Problem;
import io.github.lambdabootstrap.problem.Problems;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArchiveNamesTest {

    private static final String WHERE = "pom.xml <archiveName>, lambda.archiveName";

    private final Problems problems = new Problems();

    @ParameterizedTest(name = "{0} gives {1}")
    @CsvSource({
        "{name}, orders",
        "{name}_Linux_{goarch}, orders_Linux_amd64",
        "{name}-{os}-{architecture}, orders-linux-x86_64",
        "{runtime}.{name}.{version}, provided.al2023.orders.1.0-SNAPSHOT",
        "fixed, fixed",
    })
    void placeholders_become_facts_of_the_function(String pattern, String name) {
        assertThat(names(pattern, target("orders", Architecture.X86_64, true))).containsExactly(name);
        assertThat(problems.list()).isEmpty();
    }

    @ParameterizedTest(name = "{0} gives {1} and {2}")
    @CsvSource({
        "{name}, orders-x86_64, orders-arm64",
        "{name}_{goarch}, orders_amd64, orders_arm64",
        "{architecture}.{name}, x86_64.orders, arm64.orders",
    })
    void a_function_on_both_architectures_has_two_names(String pattern, String intel, String arm) {
        assertThat(names(
                        pattern,
                        target("orders", Architecture.X86_64, false),
                        target("orders", Architecture.ARM64, false)))
                .containsExactly(intel, arm);
        assertThat(problems.list()).isEmpty();
    }

    @Test
    void unknown_placeholders_are_said_once_with_the_choices() {
        assertThat(names(
                        "{name}-{arch}-{Version}",
                        target("orders", Architecture.X86_64, true),
                        target("audit", Architecture.X86_64, true)))
                .isEmpty();

        assertThat(problems.list())
                .containsExactly(Problem.input(
                                "the pattern of archive names has unknown placeholders: {arch} {Version}",
                                "use {name} {os} {architecture} {goarch} {runtime} {version}")
                        .at(WHERE));
    }

    @Test
    void names_that_differ_in_case_alone_are_one_name() {
        names("{name}", target("orders", Architecture.X86_64, true), target("Orders", Architecture.ARM64, true));

        assertThat(problems.list())
                .containsExactly(Problem.input(
                                "two archives are called 'Orders', that of 'orders' for x86_64 and that of 'Orders'"
                                        + " for arm64",
                                "tell them apart with placeholders such as {name} and {architecture}; upper and"
                                        + " lower case count as equal")
                        .at(WHERE));
    }

    @ParameterizedTest
    @CsvSource({"../{name}", "a/{name}", "{name", "'{name} x'", "-{name}", "{name}:{os}"})
    void a_pattern_that_gives_no_file_name_is_refused(String pattern) {
        names(pattern, target("orders", Architecture.X86_64, true));

        String given = pattern.replace("{name}", "orders").replace("{os}", "linux");
        assertThat(problems.list())
                .containsExactly(Problem.input(
                                "the pattern of archive names gives '" + given + "'",
                                "change it so that each name has the form [A-Za-z0-9][A-Za-z0-9._+-]{0,199}")
                        .at(WHERE)
                        .because("an archive's name is a file name and a Maven classifier"));
    }

    private Collection<String> names(String pattern, FunctionTarget... targets) {
        return new ArchiveNames(pattern, "1.0-SNAPSHOT")
                .of(Stream.of(targets).map(FunctionTarget::subject).toList(), problems)
                .values();
    }

    private static FunctionTarget target(String name, Architecture architecture, boolean alone) {
        return new FunctionTarget(
                new FunctionName(name),
                PackagingFixture.AL2023,
                architecture,
                alone,
                Path.of("/none"),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                "");
    }
}
