package io.github.lambdabootstrap.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.lambdabootstrap.problem.Problem;
import io.github.lambdabootstrap.problem.ProblemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class CommandTest {

    @TempDir
    private Path folder;

    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());

    @Test
    void a_shell_reads_the_words_as_they_are() {
        Command command = new Command(
                List.of("/go", "build", "-ldflags=-s -w", "it's", "$HOME", ""),
                Path.of("/a b"),
                Map.of("B", "x y", "A", "1"));
        assertThat(command.forShell())
                .isEqualTo("cd '/a b' && A=1 B='x y' /go build '-ldflags=-s -w' 'it'\\''s' '$HOME' ''");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void output_comes_line_by_line_from_both_streams_and_no_shell_reads_arguments() {
        Command command = new Command(
                List.of("/bin/sh", "-c", "echo \"$1 $V\"; pwd; echo bad >&2; exit 3", "sh", "$(date)"),
                folder,
                Map.of("V", "v"));
        assertThat(new CommandRunner().run(command, lines::add)).isEqualTo(3);
        assertThat(lines).containsExactlyInAnyOrder("$(date) v", folder.toString(), "bad");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void a_command_that_prints_much_on_both_streams_does_not_hang() {
        Command command = new Command(
                List.of("/bin/sh", "-c", "i=0; while [ $i -lt 20000 ]; do echo out; echo err >&2; i=$((i+1)); done"),
                folder,
                Map.of());
        assertThat(new CommandRunner().run(command, lines::add)).isZero();
        assertThat(lines).hasSize(40_000);
    }

    @Test
    void a_command_that_cannot_be_started_is_a_problem_of_the_surroundings() {
        Command command = new Command(List.of(folder.resolve("none").toString()), folder, Map.of());
        Problem problem = catchThrowableOfType(
                        ProblemException.class, () -> new CommandRunner().run(command, lines::add))
                .problems()
                .get(0);
        assertThat(problem.kind()).isEqualTo(Problem.Kind.ENVIRONMENT);
        assertThat(problem.what()).startsWith("'" + folder.resolve("none") + "' could not be run: ");
        assertThat(problem.fix()).startsWith("run it by hand to see why: cd " + folder);
    }
}
