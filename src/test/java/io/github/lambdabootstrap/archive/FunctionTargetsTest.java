package io.github.lambdabootstrap.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdabootstrap.model.Architecture;
import io.github.lambdabootstrap.model.BuiltExecutable;
import io.github.lambdabootstrap.model.ByteSize;
import io.github.lambdabootstrap.model.FunctionName;
import io.github.lambdabootstrap.model.FunctionSource;
import io.github.lambdabootstrap.model.FunctionSpec;
import io.github.lambdabootstrap.model.Sha256;
import io.github.lambdabootstrap.problem.Problem;
import io.github.lambdabootstrap.problem.Problems;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FunctionTargetsTest {

    private static final Sha256 DIGEST = Sha256.of(new byte[0]);

    private final Problems problems = new Problems();

    @Test
    void a_go_function_has_the_executable_that_build_made_for_each_architecture() {
        List<FunctionTarget> targets = targets(
                        built("orders", Architecture.X86_64), built("orders", Architecture.ARM64))
                .configured(
                        List.of(spec("orders", new FunctionSource.GoPackage("./x"), Architecture.values())), problems);

        assertThat(targets)
                .extracting(FunctionTarget::executable)
                .containsExactly(Path.of("/bin/x86_64/orders"), Path.of("/bin/arm64/orders"));
        assertThat(targets).allMatch(target -> target.packagePath().equals(Optional.of("cmd/orders")));
        assertThat(targets).allMatch(target -> target.built().equals(Optional.of(DIGEST)) && !target.alone());
    }

    @Test
    void a_go_function_that_build_did_not_make_is_a_problem() {
        FunctionSpec orders = spec("orders", new FunctionSource.Discovered(), Architecture.values());

        assertThat(targets(built("orders", Architecture.X86_64)).configured(List.of(orders), problems))
                .hasSize(1);

        assertThat(problems.list())
                .containsExactly(Problem.input(
                                "function 'orders' has no executable for arm64: lambda-bootstrap:build made none",
                                "run lambda-bootstrap:build with the same configuration first, or give an"
                                        + " <executable>")
                        .at("pom.xml <functions><function>orders"));
    }

    @Test
    void a_path_of_an_executable_may_hold_placeholders() {
        FunctionSpec thumbs = spec(
                "thumbs",
                new FunctionSource.ExecutableFile("/x/{name}-{version}-{os}-{goarch}-{architecture}-{runtime}"),
                Architecture.ARM64);

        assertThat(targets().configured(List.of(thumbs), problems))
                .singleElement()
                .satisfies(target -> {
                    assertThat(target.executable())
                            .isEqualTo(Path.of("/x/thumbs-1.0-linux-arm64-arm64-provided.al2023"));
                    assertThat(target.built()).isEmpty();
                    assertThat(target.alone()).isTrue();
                });
    }

    @Test
    void an_unknown_placeholder_in_a_path_is_a_problem() {
        FunctionSpec thumbs = spec("thumbs", new FunctionSource.ExecutableFile("/x/{arch}/{n}"), Architecture.ARM64);

        assertThat(targets().configured(List.of(thumbs), problems)).isEmpty();

        assertThat(problems.list())
                .containsExactly(Problem.input(
                                "the path of the executable has unknown placeholders: {arch} {n}",
                                "use {name} {os} {architecture} {goarch} {runtime} {version}")
                        .at("pom.xml <functions><function>thumbs<executable>"));
    }

    @Test
    void found_functions_are_those_that_the_pom_does_not_name() {
        FunctionTargets functions = targets(
                built("named", Architecture.X86_64),
                built("one", Architecture.ARM64),
                built("two", Architecture.X86_64),
                built("two", Architecture.ARM64));

        assertThat(functions.found(List.of(spec("named", new FunctionSource.Discovered(), Architecture.X86_64))))
                .extracting(target ->
                        target.name() + " " + target.architecture() + " " + target.alone() + " " + target.where())
                .containsExactly(
                        "one arm64 true function 'one'",
                        "two x86_64 false function 'two'",
                        "two arm64 false function 'two'");
    }

    private static FunctionTargets targets(BuiltExecutable... built) {
        return new FunctionTargets(List.of(built), "1.0");
    }

    private static BuiltExecutable built(String name, Architecture architecture) {
        return new BuiltExecutable(
                new FunctionName(name),
                Path.of("/bin", architecture.id(), name),
                DIGEST,
                new ByteSize(1),
                PackagingFixture.AL2023,
                architecture,
                "example.com/shop/cmd/" + name,
                "example.com/shop");
    }

    private static FunctionSpec spec(String name, FunctionSource source, Architecture... architectures) {
        return new FunctionSpec(
                new FunctionName(name),
                source,
                PackagingFixture.AL2023,
                List.of(architectures),
                List.of(),
                false,
                "pom.xml <functions><function>" + name);
    }
}
