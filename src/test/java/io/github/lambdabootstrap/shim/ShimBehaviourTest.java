package io.github.lambdabootstrap.shim;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.lambdabootstrap.archive.EntryPath;
import io.github.lambdabootstrap.shim.DispatchMapReader.WrittenRoute;
import io.github.lambdabootstrap.shim.ShimCase.Refuses;
import io.github.lambdabootstrap.shim.ShimCase.Starts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs every form of the shim for real, by one table. */
@EnabledOnOs(OS.LINUX)
class ShimBehaviourTest {

    @TempDir
    private Path temp;

    @TestFactory
    List<DynamicNode> every_form_does_what_the_table_says() throws Exception {
        List<ShimCase> rows = ShimCases.all().toList();
        List<DynamicNode> forms = new ArrayList<>();
        for (ShimUnderTest shim : ShimUnderTest.values()) {
            InstalledShim installed = InstalledShim.in(temp, shim);
            if (!installed.isStartable()) {
                forms.add(DynamicTest.dynamicTest(shim.name(), () -> installed.run(Map.of(), Optional.empty())));
                continue;
            }
            List<Sandbox.Run> runs = installed.run(rows);
            Stream<DynamicTest> tests = IntStream.range(0, rows.size())
                    .mapToObj(i -> DynamicTest.dynamicTest(
                            rows.get(i).name(), () -> installed.prove(rows.get(i), runs.get(i))));
            forms.add(DynamicContainer.dynamicContainer(shim.name(), tests));
        }
        return forms;
    }

    @TestFactory
    Stream<DynamicTest> the_plugin_finds_the_entry_that_the_shim_starts() {
        return ShimCases.HANDLERS.stream()
                .filter(row -> row.environment().containsKey("_HANDLER"))
                .map(row -> DynamicTest.dynamicTest(row.name(), () -> foreseen(row)));
    }

    private static void foreseen(ShimCase row) {
        HandlerTarget target = HandlerPath.resolve(row.environment().get("_HANDLER"));
        if (row.outcome() instanceof Starts starts) {
            assertThat(target)
                    .isInstanceOfSatisfying(
                            HandlerTarget.File.class,
                            file -> assertThat("{root}/" + file.path()).isEqualTo(starts.path()));
        } else if (row.outcome() instanceof Refuses refuses && target instanceof HandlerTarget.Refused refused) {
            assertThat(refuses.message().replace("{root}", HandlerPath.TASK_ROOT))
                    .contains("': " + refused.refusal().text() + ";");
        }
    }

    @TestFactory
    Stream<DynamicTest> the_plugin_finds_the_route_that_the_shim_takes() {
        return ShimCases.MAPS.stream()
                .filter(row -> row.outcome() instanceof Starts || row.name().equals("no route matches"))
                .map(row -> DynamicTest.dynamicTest(row.name(), () -> {
                    String function = row.environment().get("AWS_LAMBDA_FUNCTION_NAME");
                    String handler = row.environment().get("_HANDLER");
                    List<WrittenRoute> routes = DispatchMapReader.read(row.map().getBytes(UTF_8));
                    Optional<HandlerTarget> target = routes.isEmpty()
                            ? Optional.of(HandlerPath.resolve(handler))
                            : routes.stream()
                                    .filter(route -> new Route(route.match(), EntryPath.of("x")).matches(function))
                                    .findFirst()
                                    .map(WrittenRoute::resolve);
                    assertThat(target)
                            .map(place -> (Object) new Starts("{root}/" + ((HandlerTarget.File) place).path()))
                            .isEqualTo(row.outcome() instanceof Starts ? Optional.of(row.outcome()) : Optional.empty());
                }));
    }

    @ParameterizedTest
    @EnumSource(ShimUnderTest.class)
    void arguments_and_the_current_folder_reach_the_target(ShimUnderTest shim) throws Exception {
        InstalledShim installed = InstalledShim.in(temp, shim);
        Sandbox.Run run =
                installed.run(Map.of("_HANDLER", "handle_it"), Optional.of(""), "/proc/self/cmdline", "data.json");

        assertThat(Sandbox.records(run.output()))
                .containsExactly(installed.root() + "/handle_it", "/proc/self/cmdline", "data.json", "{}");
    }

    @ParameterizedTest
    @EnumSource(ShimUnderTest.class)
    void without_a_task_root_the_current_folder_stands_in(ShimUnderTest shim) throws Exception {
        InstalledShim installed = InstalledShim.in(temp, shim);
        for (Optional<String> root : List.of(Optional.<String>empty(), Optional.of(""), Optional.of("relative"))) {
            Sandbox.Run run = installed.run(Map.of("_HANDLER", "bin/handle_it"), root, "/proc/self/cmdline");

            assertThat(Sandbox.records(run.output())).contains(installed.root() + "/bin/handle_it");
        }
    }

    @ParameterizedTest
    @EnumSource(ShimUnderTest.class)
    void slashes_at_the_end_of_the_task_root_do_no_harm(ShimUnderTest shim) throws Exception {
        InstalledShim installed = InstalledShim.in(temp, shim);
        Sandbox.Run run = installed.run(
                Map.of("_HANDLER", "handle_it"), Optional.of(installed.root() + "//"), "/proc/self/cmdline");

        assertThat(Sandbox.records(run.output())).contains(installed.root() + "/handle_it");
    }

    @ParameterizedTest
    @EnumSource(ShimUnderTest.class)
    void a_wrapper_gets_the_target_as_its_first_argument(ShimUnderTest shim) throws Exception {
        InstalledShim installed = InstalledShim.in(temp, shim);
        installed.archive().write("bootstrap.map", "lambda-bootstrap-map 1\nwrapper\n".getBytes(UTF_8), "rw-r--r--");
        installed.archive().write("data", new byte[] {'d'}, "rwxr-xr-x");
        Sandbox.Run run = installed.run(
                Map.of("_HANDLER", "data", "AWS_LAMBDA_EXEC_WRAPPER", "/bin/cat"),
                Optional.of(""),
                "/proc/self/cmdline");

        assertThat(Sandbox.records(run.output()))
                .containsExactly("d/bin/cat", installed.root() + "/data", "/proc/self/cmdline");
    }

    @ParameterizedTest
    @EnumSource(ShimUnderTest.class)
    void the_end_of_the_target_is_the_end_of_the_shim(ShimUnderTest shim) throws Exception {
        InstalledShim installed = InstalledShim.in(temp, shim);
        installed.archive().write("shell", Files.readAllBytes(Path.of("/bin/sh")), "rwxr-xr-x");

        assertThat(installed
                        .run(Map.of("_HANDLER", "shell"), Optional.of(""), "-c", "exit 7")
                        .exitCode())
                .isEqualTo(7);
        assertThat(installed
                        .run(Map.of("_HANDLER", "shell"), Optional.of(""), "-c", "kill -TERM $$")
                        .exitCode())
                .isEqualTo(128 + 15);
        assertThat(installed
                        .run(Map.of("_HANDLER", "shell"), Optional.of(""), "-c", "echo /proc/self/fd/*")
                        .output())
                .isEqualTo("/proc/self/fd/0 /proc/self/fd/1 /proc/self/fd/2 /proc/self/fd/3\n");
    }

    @ParameterizedTest
    @EnumSource(ShimUnderTest.class)
    void an_unreadable_map_is_said(ShimUnderTest shim) throws Exception {
        InstalledShim installed = InstalledShim.in(temp, shim);
        Files.createDirectory(installed.archive().folder().resolve("bootstrap.map"));
        proveUnreadableMap(installed);
        assumeTrue(installed.sandbox().isLambda(), "needs another user than the file's owner");
        Files.delete(installed.archive().folder().resolve("bootstrap.map"));
        installed.archive().write("bootstrap.map", new byte[0], "rw-------");
        proveUnreadableMap(installed);
    }

    private static void proveUnreadableMap(InstalledShim installed) throws Exception {
        Sandbox.Run run = installed.run(Map.of("_HANDLER", "handle_it"), Optional.of(""));

        assertThat(run.exitCode()).isEqualTo(127);
        assertThat(run.error())
                .isEqualTo("lambda-bootstrap: cannot start from 'bootstrap.map': it cannot be read"
                        + ShimCase.PACKAGE_AGAIN + "\n");
    }

    @ParameterizedTest
    @EnumSource(
            value = ShimUnderTest.class,
            names = {"X86_64", "ARM64"})
    void a_failed_exec_is_said_with_the_errors_text(ShimUnderTest shim) throws Exception {
        InstalledShim installed = InstalledShim.in(temp, shim);
        installed.archive().write("text", new byte[] {'x'}, "rwxr-xr-x");
        installed.archive().write("script", "#!/no/such\n".getBytes(UTF_8), "rwxr-xr-x");
        String fix = "; it must be an executable for this architecture whose loader or interpreter exists\n";

        assertThat(installed.run(Map.of("_HANDLER", "text"), Optional.of("")))
                .extracting(Sandbox.Run::exitCode, Sandbox.Run::error)
                .containsExactly(
                        126, "lambda-bootstrap: cannot start Handler 'text': execve failed: Exec format error" + fix);
        assertThat(installed.run(Map.of("_HANDLER", "script"), Optional.of("")))
                .extracting(Sandbox.Run::exitCode, Sandbox.Run::error)
                .containsExactly(
                        126,
                        "lambda-bootstrap: cannot start Handler 'script': execve failed: No such file or directory"
                                + fix);
    }
}
