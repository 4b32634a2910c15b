package io.github.lambdabootstrap.mojo.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdabootstrap.build.GoSettings;
import io.github.lambdabootstrap.model.Glob;
import io.github.lambdabootstrap.problem.Problem;
import io.github.lambdabootstrap.problem.Problems;
import java.io.File;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GoConfigTest {

    private static final Path BASE = Path.of("/shop").toAbsolutePath();

    private final GoConfig config = new GoConfig();
    private final Problems problems = new Problems();

    @Test
    void nothing_said_is_all_defaults() {
        assertThat(settings(Map.of()))
                .isEqualTo(new GoSettings(
                        Optional.empty(),
                        BASE,
                        List.of(),
                        List.of(),
                        List.of("github.com/aws/aws-lambda-go/lambda"),
                        new GoSettings.Flags(List.of(), true, "", true, false, List.of(), Map.of())));
    }

    @Test
    void properties_say_what_the_bean_does_not() {
        assertThat(settings(Map.ofEntries(
                        Map.entry("lambda.go.executable", "sdk/bin/go"),
                        Map.entry("lambda.go.directory", "go"),
                        Map.entry("lambda.go.includes", "*-lambda, x"),
                        Map.entry("lambda.go.excludes", "*-old"),
                        Map.entry("lambda.go.clients", "example.com/client"),
                        Map.entry("lambda.go.tags", "a, ,b"),
                        Map.entry("lambda.go.norpc", "false"),
                        Map.entry("lambda.go.ldflags", " -X main.v=1 "),
                        Map.entry("lambda.go.strip", "false"),
                        Map.entry("lambda.go.cgo", "true"),
                        Map.entry("lambda.go.arguments", "-race,-v"))))
                .isEqualTo(new GoSettings(
                        Optional.of(BASE.resolve("sdk/bin/go").toString()),
                        BASE.resolve("go"),
                        List.of(new Glob("*-lambda"), new Glob("x")),
                        List.of(new Glob("*-old")),
                        List.of("github.com/aws/aws-lambda-go/lambda", "example.com/client"),
                        new GoSettings.Flags(
                                List.of("a", "b"),
                                false,
                                "-X main.v=1",
                                false,
                                true,
                                List.of("-race", "-v"),
                                Map.of())));
    }

    @Test
    void what_the_bean_says_wins() throws ReflectiveOperationException {
        set("executable", "go1.24");
        set("directory", new File("golang"));
        set("tags", Arrays.asList(" a ", null, ""));
        set("strip", false);
        set("environment", Collections.singletonMap("CC", null));
        GoSettings settings = settings(Map.of(
                "lambda.go.executable",
                "x/go",
                "lambda.go.directory",
                "x",
                "lambda.go.tags",
                "x",
                "lambda.go.strip",
                "true"));
        assertThat(settings.executable()).contains("go1.24");
        assertThat(settings.directory()).isEqualTo(BASE.resolve("golang"));
        assertThat(settings.flags().tags()).containsExactly("a");
        assertThat(settings.flags().strip()).isFalse();
        assertThat(settings.flags().environment()).isEqualTo(Map.of("CC", ""));
    }

    @Test
    void the_target_is_not_set_through_the_environment() throws ReflectiveOperationException {
        set("environment", Map.of("GOOS", "darwin", "GOARCH", "arm64", "GOAMD64", "v3"));
        settings(Map.of());
        assertThat(problems.list()).containsExactly(refused("GOOS=darwin"), refused("GOARCH=arm64"));
    }

    private static Problem refused(String setting) {
        return new Problem(
                Problem.Kind.INPUT,
                setting + " cannot be set",
                "pom.xml <go><environment>",
                "",
                "set <architecture> instead; the system is always linux",
                "");
    }

    private GoSettings settings(Map<String, String> properties) {
        return config.toSettings(BASE, properties::get, problems);
    }

    // as Maven does it
    private void set(String name, Object value) throws ReflectiveOperationException {
        Field field = GoConfig.class.getDeclaredField(name);
        field.setAccessible(true);
        field.set(config, value);
    }
}
