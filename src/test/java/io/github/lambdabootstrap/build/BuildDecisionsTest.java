package io.github.lambdabootstrap.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdabootstrap.model.FunctionSource;
import io.github.lambdabootstrap.model.FunctionSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildDecisionsTest {

    private static final GoSettings.Flags PLAIN = GoProject.flags(Map.of());
    private static final FunctionSpec ORDERS = GoProject.spec("orders", new FunctionSource.GoPackage("./orders"));

    @TempDir
    private Path folder;

    private GoProject project;

    @BeforeEach
    void make_a_project() {
        project = new GoProject(folder).module("", "shop");
    }

    @Test
    void equal_builds_have_equal_texts() {
        assertThat(text(PLAIN, List.of("1.0"), Map.of("GOAMD64", "v2", "GOARM64", "v8.0")))
                .isEqualTo(text(PLAIN, List.of("1.0"), Map.of("GOARM64", "v8.0", "GOAMD64", "v2")));
    }

    @Test
    void another_version_of_the_plugin_differs() {
        assertThat(text(PLAIN, List.of("1.1"), Map.of())).isNotEqualTo(text(PLAIN, List.of("1.0"), Map.of()));
    }

    @Test
    void each_variable_that_go_reads_differs() {
        for (String name : List.of("GOFLAGS", "GOENV", "CGO_ENABLED", "HOME", "XDG_CONFIG_HOME")) {
            assertThat(text(PLAIN, List.of(), Map.of(name, "x")))
                    .as(name)
                    .isNotEqualTo(text(PLAIN, List.of(), Map.of()));
        }
    }

    @Test
    void a_variable_that_go_does_not_read_does_not_differ() {
        assertThat(text(PLAIN, List.of(), Map.of("MAVEN_OPTS", "x"))).isEqualTo(text(PLAIN, List.of(), Map.of()));
    }

    @Test
    void each_flag_differs() {
        List<GoSettings.Flags> others = List.of(
                new GoSettings.Flags(List.of("x"), true, "", true, false, List.of(), Map.of()),
                new GoSettings.Flags(List.of(), false, "", true, false, List.of(), Map.of()),
                new GoSettings.Flags(List.of(), true, "-X a=b", true, false, List.of(), Map.of()),
                new GoSettings.Flags(List.of(), true, "", false, false, List.of(), Map.of()),
                new GoSettings.Flags(List.of(), true, "", true, true, List.of(), Map.of()),
                new GoSettings.Flags(List.of(), true, "", true, false, List.of("-v"), Map.of()),
                new GoSettings.Flags(List.of(), true, "", true, false, List.of(), Map.of("GOAMD64", "v2")));
        assertThat(others)
                .allSatisfy(flags ->
                        assertThat(text(flags, List.of(), Map.of())).isNotEqualTo(text(PLAIN, List.of(), Map.of())));
    }

    @Test
    void each_pattern_and_function_differs() {
        String plain = text(project.settings());
        assertThat(text(project.settings(List.of("a"), List.of()))).isNotEqualTo(plain);
        assertThat(text(project.settings(List.of(), List.of("a"))))
                .isNotEqualTo(plain)
                .isNotEqualTo(text(project.settings(List.of("a"), List.of())));
        assertThat(text(project.settings(), ORDERS)).isNotEqualTo(plain);
    }

    private String text(GoSettings settings, FunctionSpec... specs) {
        return BuildDecisions.of(project.request(settings, specs), List.of(), Map.of());
    }

    private String text(GoSettings.Flags flags, List<String> surroundings, Map<String, String> environment) {
        GoSettings settings = new GoSettings(
                Optional.empty(), project.root, List.of(), List.of(), List.of(GoSettings.AWS_CLIENT), flags);
        return BuildDecisions.of(project.request(settings), surroundings, environment);
    }
}
