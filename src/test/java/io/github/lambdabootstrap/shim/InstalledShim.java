package io.github.lambdabootstrap.shim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.lambdabootstrap.shim.ShimCase.Refuses;
import io.github.lambdabootstrap.shim.ShimCase.Starts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One form of the shim in an archive that can be started. */
record InstalledShim(ShimUnderTest shim, Sandbox sandbox, TaskRoot archive) {

    /** What shells set on their own account and hand on. */
    private static final List<String> OF_THE_SHELL = List.of("_", "PWD", "OLDPWD", "SHLVL");

    static InstalledShim in(Path folder, ShimUnderTest shim) throws IOException, InterruptedException {
        return new InstalledShim(shim, new Sandbox(folder), TaskRoot.in(folder.resolve(shim.name()), shim.bytes()));
    }

    String root() {
        return sandbox.root(archive);
    }

    /** Whether this machine can run it. */
    boolean isStartable() {
        return shim.command(root()).isPresent();
    }

    /**
     * Starts the shim.
     *
     * @param taskRoot LAMBDA_TASK_ROOT; not set when empty
     */
    Sandbox.Run run(Map<String, String> environment, Optional<String> taskRoot, String... arguments)
            throws IOException, InterruptedException {
        assumeTrue(isStartable(), () -> "this machine cannot run " + shim + ": see src/test/shim/setup");
        Map<String, String> variables = new LinkedHashMap<>();
        taskRoot.ifPresent(value -> variables.put("LAMBDA_TASK_ROOT", value));
        variables.putAll(environment);
        return sandbox.run(archive, List.of(new Sandbox.Start("", variables, command(arguments))))
                .get(0);
    }

    /** Starts the shim as each row asks; the target prints its own command line and environment. */
    List<Sandbox.Run> run(List<ShimCase> rows) throws IOException, InterruptedException {
        List<Sandbox.Start> starts = new ArrayList<>();
        for (ShimCase row : rows) {
            String map = row.map().isEmpty()
                    ? "rm -f bootstrap.map"
                    : "printf %s " + Sandbox.quoted(row.map()) + " >bootstrap.map";
            starts.add(new Sandbox.Start(map, variables(row), command("/proc/self/cmdline", "/proc/self/environ")));
        }
        return sandbox.run(archive, starts);
    }

    private List<String> command(String... arguments) {
        return Stream.concat(shim.command(root()).orElseThrow().stream(), Stream.of(arguments))
                .toList();
    }

    private Map<String, String> variables(ShimCase row) {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("LAMBDA_TASK_ROOT", root());
        variables.putAll(row.environment());
        variables.put("A", " two\nlines\u00e9 ");
        return variables;
    }

    /** Compares what came of a row with what it foretells. */
    void prove(ShimCase row, Sandbox.Run run) {
        assumeTrue(
                sandbox.isLambda() || !row.name().equals("a folder that others cannot enter"),
                "needs another user than the folder's owner");
        if (row.outcome() instanceof Starts starts) {
            proveStarted(starts, variables(row), run);
        } else if (row.outcome() instanceof Refuses refuses) {
            String message = refuses.message().replace("{root}", root());
            assertThat(run.error()).isEqualTo("lambda-bootstrap: cannot start " + message + "\n");
            assertThat(run.exitCode()).isEqualTo(refuses.exitCode());
            assertThat(run.output()).isEmpty();
        }
    }

    private void proveStarted(Starts starts, Map<String, String> environment, Sandbox.Run run) {
        assertThat(run.error()).isEmpty();
        assertThat(run.exitCode()).isZero();
        List<String> records = Sandbox.records(run.output());
        assertThat(records.subList(0, 3))
                .containsExactly(starts.path().replace("{root}", root()), "/proc/self/cmdline", "/proc/self/environ");
        List<String> expected = new ArrayList<>();
        environment.forEach((name, value) -> expected.add(name + "=" + value));
        List<String> actual = records.subList(3, records.size());
        if (shim.isDirect()) { // an emulator orders the variables anew
            assertThat(actual).containsExactlyElementsOf(expected);
        } else {
            assertThat(actual)
                    .filteredOn(variable -> !OF_THE_SHELL.contains(variable.split("=", 2)[0]))
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }
}
