package io.github.lambdabootstrap.mojo.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdabootstrap.model.Architecture;
import io.github.lambdabootstrap.model.FunctionSource;
import io.github.lambdabootstrap.model.FunctionSpec;
import io.github.lambdabootstrap.model.LambdaRuntime;
import io.github.lambdabootstrap.model.RuntimeCatalog;
import io.github.lambdabootstrap.problem.ProblemText;
import io.github.lambdabootstrap.problem.Problems;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConfigTest {

    private static final Path BASE = Path.of("/project").toAbsolutePath();
    private static final TargetConfig DEFAULTS = new TargetConfig(null, null, "pom.xml <configuration>");

    private final RuntimeCatalog catalog = RuntimeCatalog.builtIn();
    private final Problems problems = new Problems();

    @Test
    void nothing_said_means_the_newest_runtime_on_x86_64() {
        assertThat(DEFAULTS.runtime(catalog, problems)).map(LambdaRuntime::id).contains("provided.al2023");
        assertThat(DEFAULTS.architectures(problems)).containsExactly(Architecture.X86_64);
        assertThat(problems.isEmpty()).isTrue();
    }

    @Test
    void a_list_of_architectures_is_trimmed_and_each_counts_once() {
        assertThat(target(null, " x86_64, arm64 ,,amd64").architectures(problems))
                .containsExactly(Architecture.X86_64, Architecture.ARM64);
        assertThat(problems.isEmpty()).isTrue();
    }

    @Test
    void unknown_values_list_the_choices() {
        TargetConfig target = target("provided.al2024\n", "arm65");

        assertThat(target.runtime(catalog, problems)).isEmpty();
        assertThat(target.architectures(problems)).isEmpty();
        assertThat(lines())
                .containsExactly(
                        "2 problems in x:",
                        "  unknown runtime 'provided.al2024' (pom.xml <configuration>, lambda.runtime)",
                        "    fix: choose one of provided.al2, provided.al2023",
                        "  unknown architecture 'arm65' (pom.xml <configuration>, lambda.architecture)",
                        "    fix: choose one of x86_64, arm64, or both as a list");
    }

    @Test
    void an_ended_runtime_is_refused_with_the_way_out() {
        assertThat(target("go1.x", null).runtime(catalog, problems)).isEmpty();
        assertThat(lines())
                .containsExactly(
                        "1 problem in x:",
                        "  runtime go1.x has ended and cannot be built for (pom.xml <configuration>, lambda.runtime);"
                                + " AWS takes no new functions on it",
                        "    fix: use provided.al2, provided.al2023; the executable must then be called bootstrap, which"
                                + " lambda-bootstrap:package does for you      docs/from-go1x.md");
    }

    @Test
    void the_short_form_names_a_discovered_function() {
        FunctionConfig config = new FunctionConfig();
        config.set(" orders ");

        FunctionSpec spec = config.toSpec(BASE, DEFAULTS, catalog, problems).orElseThrow();

        assertThat(spec.name()).hasToString("orders");
        assertThat(spec.source()).isEqualTo(new FunctionSource.Discovered());
        assertThat(spec.where()).isEqualTo("pom.xml <functions><function>orders");
    }

    @Test
    void a_name_that_is_none_is_escaped_and_refused() {
        FunctionConfig config = new FunctionConfig();
        config.set("a\nb");

        assertThat(config.toSpec(BASE, DEFAULTS, catalog, problems)).isEmpty();
        assertThat(lines())
                .containsExactly(
                        "1 problem in x:",
                        "  'a\\nb' is no function name (pom.xml <functions><function>a\\nb)",
                        "    fix: give a <name> of the form [A-Za-z0-9][A-Za-z0-9._-]{0,127}");
    }

    @Test
    void texts_are_trimmed_and_empty_ones_ignored() {
        assertThat(Texts.trimmed(Arrays.asList(" a ", "", null, "b"))).containsExactly("a", "b");
        assertThat(Texts.trimmed(null)).isEmpty();
        assertThat(Texts.split(" a,, b ")).containsExactly("a", "b");
        assertThat(Texts.split(null)).isEmpty();
        assertThat(Texts.isBlank(" ")).isTrue();
    }

    @Test
    void an_include_without_a_source_is_a_problem() {
        assertThat(new IncludeConfig().toSpec(BASE, "pom.xml <includes>", problems))
                .isEqualTo(Optional.empty());
        assertThat(lines())
                .containsExactly(
                        "1 problem in x:",
                        "  an include names no file (pom.xml <includes>)",
                        "    fix: give <file> or <directory>, one of them");
    }

    private static TargetConfig target(String runtime, String architecture) {
        return new TargetConfig(runtime, architecture, "pom.xml <configuration>");
    }

    private List<String> lines() {
        return ProblemText.lines("x", problems.list());
    }
}
