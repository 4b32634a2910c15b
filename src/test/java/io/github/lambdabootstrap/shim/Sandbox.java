package io.github.lambdabootstrap.shim;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Starts commands as Lambda would: uid 993, the archive at {@code /var/task} in a private mount namespace, Lambda's
 * environment and nothing else. Without root, the same in the archive's folder and as the user who runs the tests.
 */
final class Sandbox {

    /**
     * One command.
     *
     * @param before shell commands for the owner of the archive, in its folder; may be empty
     * @param environment the variables, in their order
     */
    record Start(String before, Map<String, String> environment, List<String> command) {}

    /** What a process leaves behind. */
    record Run(int exitCode, String output, String error) {}

    private static final int SECONDS = 300;

    private final Path work;
    private final boolean isLambda;

    /** @param work a folder for scripts and outputs */
    Sandbox(Path work) throws IOException, InterruptedException {
        this.work = work;
        this.isLambda = ShimUnderTest.find("unshare").isPresent()
                && execute(List.of("unshare", "--mount", "setpriv", "--reuid=993", "--clear-groups", "true")) == 0;
    }

    /** Whether the run has Lambda's user and path. */
    boolean isLambda() {
        return isLambda;
    }

    /** Where the archive is while a command runs. */
    String root(TaskRoot archive) {
        return isLambda ? HandlerPath.TASK_ROOT : archive.folder().toString();
    }

    /** Runs commands one after the other, each in the archive's folder; in one namespace, which takes long to make. */
    List<Run> run(TaskRoot archive, List<Start> starts) throws IOException, InterruptedException {
        // a file, because a process started by Java gets its arguments in the encoding of the machine
        Path script = Files.writeString(work.resolve("run.sh"), script(archive, starts));
        int exitCode = execute(
                isLambda
                        ? List.of("unshare", "--mount", "--propagation", "private", "sh", script.toString())
                        : List.of("sh", script.toString()));
        if (exitCode != 0) {
            throw new IllegalStateException("the sandbox failed with " + exitCode);
        }
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            runs.add(new Run(
                    Integer.parseInt(read(i + ".code").strip()),
                    read(i + ".out"),
                    new String(Files.readAllBytes(work.resolve(i + ".err")), StandardCharsets.ISO_8859_1)));
        }
        return runs;
    }

    private String script(TaskRoot archive, List<Start> starts) {
        StringBuilder script = new StringBuilder();
        if (isLambda) {
            script.append("mount -t tmpfs none /var && mkdir /var/task && mount --bind ")
                    .append(quoted(archive.folder().toString()))
                    .append(" /var/task || exit\n");
        }
        script.append("cd ").append(quoted(root(archive))).append(" || exit\n");
        for (int i = 0; i < starts.size(); i++) {
            Start start = starts.get(i);
            String result = quoted(work.resolve(String.valueOf(i)).toString());
            script.append(start.before()).append("\n( exec ");
            script.append(isLambda ? "setpriv --reuid=993 --regid=990 --clear-groups env -i" : "env -i");
            start.environment().forEach((name, value) -> script.append(' ').append(quoted(name + "=" + value)));
            start.command().forEach(word -> script.append(' ').append(quoted(word)));
            script.append(" ) >%1$s.out 2>%1$s.err\necho $? >%1$s.code\n".formatted(result));
        }
        return script.toString();
    }

    private int execute(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("no end after " + SECONDS + " s: " + command);
        }
        return process.exitValue();
    }

    private String read(String name) throws IOException {
        return Files.readString(work.resolve(name));
    }

    /** The records of a NUL-separated list such as /proc/self/environ. */
    static List<String> records(String list) {
        return List.of(list.split("\0"));
    }

    /** A word as a shell takes it literally. */
    static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
