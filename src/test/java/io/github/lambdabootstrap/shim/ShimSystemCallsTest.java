package io.github.lambdabootstrap.shim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the shim asks of the kernel between its own start and its target's. */
@EnabledOnOs(OS.LINUX)
class ShimSystemCallsTest {

    private static final Pattern NAME = Pattern.compile("^(?:\\d+ +)?([a-z0-9_]+)\\(");

    @TempDir
    private Path temp;

    @ParameterizedTest
    @EnumSource(
            value = ShimUnderTest.class,
            names = {"X86_64", "DASH", "BASH"})
    void one_exec_succeeds_and_nothing_is_written(ShimUnderTest shim) throws Exception {
        List<String> calls = calls(shim);

        assertThat(calls)
                .filteredOn(call -> call.contains("execve(") && call.endsWith("= 0"))
                .hasSize(1);
        assertThat(calls.get(calls.size() - 1)).contains("execve(\"").contains("/bin/handle_it\"");
        assertThat(calls)
                .noneMatch(call ->
                        call.matches(".*\\b(write|writev|pwrite64|sendto|unlink|mkdir|fork|vfork|clone3?)\\(.*"))
                // bash asks for the terminal when it starts
                .noneMatch(call ->
                        call.matches(".*open.*O_(WRONLY|RDWR|CREAT|TRUNC).*") && !call.contains("\"/dev/tty\""));
    }

    @ParameterizedTest
    @EnumSource(
            value = ShimUnderTest.class,
            names = {"X86_64", "ARM64"})
    void the_native_form_makes_two_calls(ShimUnderTest shim) throws Exception {
        assertThat(calls(shim)).extracting(ShimSystemCallsTest::name).containsExactly("openat", "execve");
    }

    /** The calls after the shim's own start, up to the target's. */
    private List<String> calls(ShimUnderTest shim) throws Exception {
        InstalledShim installed = InstalledShim.in(temp, shim);
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("LAMBDA_TASK_ROOT", installed.root());
        environment.put("_HANDLER", "bin/handle_it");
        Optional<List<String>> start = shim.command(installed.root());
        assumeTrue(start.isPresent(), () -> "this machine cannot run " + shim + ": see src/test/shim/setup");
        List<String> command = new ArrayList<>(start.get());
        if (shim.isNative() && !shim.isDirect()) {
            command.add(1, "-strace");
        } else {
            Optional<String> strace = ShimUnderTest.find("strace");
            assumeTrue(strace.isPresent(), "no strace: see src/test/shim/setup");
            command.addAll(0, List.of(strace.get(), "-f", "-s", "999"));
        }
        List<String> lines = installed
                .sandbox()
                .run(installed.archive(), List.of(new Sandbox.Start("", environment, command)))
                .get(0)
                .error()
                .lines()
                .filter(line -> NAME.matcher(line).find())
                .toList();
        int target = 0;
        while (!(name(lines.get(target)).equals("execve") && lines.get(target).contains("/bin/handle_it"))) {
            target++;
        }
        return lines.subList(shim.isNative() && !shim.isDirect() ? 0 : 1, target + 1);
    }

    private static String name(String line) {
        return NAME.matcher(line).results().findFirst().orElseThrow().group(1);
    }
}
