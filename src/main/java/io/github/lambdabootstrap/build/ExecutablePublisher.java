package io.github.lambdabootstrap.build;

import io.github.lambdabootstrap.log.BuildLog;
import io.github.lambdabootstrap.model.Architecture;
import io.github.lambdabootstrap.model.AtomicFile;
import io.github.lambdabootstrap.model.BuiltExecutable;
import io.github.lambdabootstrap.model.ByteSize;
import io.github.lambdabootstrap.model.Workers;
import io.github.lambdabootstrap.problem.Problem;
import io.github.lambdabootstrap.problem.ProblemException;
import io.github.lambdabootstrap.problem.SafeText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Proves what Go made and gives each function its executable under its own name, untouched when nothing changed. */
final class ExecutablePublisher {

    private final Path goOutput;
    private final Workers workers;
    private final BuildLog log;

    ExecutablePublisher(Path goOutput, Workers workers, BuildLog log) {
        this.goOutput = goOutput;
        this.workers = workers;
        this.log = log;
    }

    /**
     * An executable of a function.
     *
     * @param made the file that Go writes
     * @param executable the file under the function's name
     */
    record Output(GoFunction function, Architecture architecture, Path made, Path executable) {}

    private record Published(BuiltExecutable executable, boolean changed, boolean linksClient) {}

    /** Where is remembered what was proven. */
    static Path memory(Path goOutput) {
        return goOutput.resolve("proven.json");
    }

    /** The executables, in the order of the outputs. */
    List<BuiltExecutable> publish(List<Output> outputs) throws IOException {
        ProofMemory memory = new ProofMemory(memory(goOutput));
        List<Published> published = workers.map(outputs, output -> publish(output, memory));
        memory.save();
        published.stream()
                .filter(item -> !item.linksClient())
                .map(Published::executable)
                .forEach(item -> log.noRuntimeClient(item.function(), item.file()));
        log.compiled(published.size(), (int)
                published.stream().filter(Published::changed).count());
        return published.stream().map(Published::executable).toList();
    }

    private static Published publish(Output output, ProofMemory memory) {
        try {
            String goPackage = output.function().main().importPath();
            OutputStamp stamp = OutputStamp.of(output.made()).orElseThrow(() -> missing(output));
            Optional<ExecutableProof> known =
                    memory.recall(stamp, goPackage).map(sha256 -> new ExecutableProof(sha256, true));
            ExecutableProof proof = known.isPresent()
                    ? known.get()
                    : ExecutableProof.of(output.made(), output.function().main());
            if (proof.linksClient()) {
                memory.remember(stamp, goPackage, proof.sha256());
            }
            boolean changed = replace(output);
            return new Published(executable(output, proof, stamp), changed, proof.linksClient());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean replace(Output output) throws IOException {
        Path made = output.made();
        Path executable = output.executable();
        if (Files.exists(executable) && (Files.isSameFile(made, executable) || Files.mismatch(made, executable) < 0)) {
            return false;
        }
        new AtomicFile(executable).write(temporary -> link(made, temporary));
        return true;
    }

    // a link costs no space; file systems that have none get a copy
    private static void link(Path made, Path temporary) throws IOException {
        try {
            Files.createLink(temporary, made);
        } catch (UnsupportedOperationException | IOException e) {
            Files.copy(made, temporary);
        }
    }

    private static BuiltExecutable executable(Output output, ExecutableProof proof, OutputStamp stamp) {
        GoFunction function = output.function();
        return new BuiltExecutable(
                function.name(),
                output.executable(),
                proof.sha256(),
                new ByteSize(stamp.size()),
                function.runtime(),
                output.architecture(),
                function.main().importPath(),
                function.main().modulePath());
    }

    private static ProblemException missing(Output output) {
        return ProblemException.of(Problem.input(
                        "go build succeeded and made no executable for function '"
                                + output.function().name() + "'",
                        "remove -o, -n, -buildmode and the like from <go><arguments> and GOFLAGS")
                .at(SafeText.of(output.made().toString()))
                .docs("reference/build.md#what-is-run"));
    }
}
