package io.github.lambdabootstrap.build;

import io.github.lambdabootstrap.build.ExecutablePublisher.Output;
import io.github.lambdabootstrap.log.BuildLog;
import io.github.lambdabootstrap.model.Architecture;
import io.github.lambdabootstrap.model.BuiltExecutable;
import io.github.lambdabootstrap.model.Workers;
import io.github.lambdabootstrap.problem.Problem;
import io.github.lambdabootstrap.problem.ProblemException;
import io.github.lambdabootstrap.problem.Problems;
import io.github.lambdabootstrap.problem.SafeText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Compiles functions. What Go writes stays where Go wrote it, because Go links a moved output again; the executables
 * under the names of the functions are links to it, or copies.
 */
public final class GoBuild {

    private final GoCommands go;
    private final Workers workers;
    private final BuildLog log;
    private final Place place;

    /**
     * Folders of a build, all absolute.
     *
     * @param base the Maven module's folder
     * @param output where all output goes
     */
    public record Place(Path base, Path output) {

        Path goOutput() {
            return output.resolve("go");
        }

        Path executable(GoFunction function, Architecture architecture) {
            return output.resolve("bin")
                    .resolve(architecture.id())
                    .resolve(function.name().value());
        }
    }

    /** A build that shares the machine with others through the workers. */
    public GoBuild(GoCommands go, Place place, Workers workers, BuildLog log) {
        this.go = go;
        this.place = place;
        this.workers = workers;
        this.log = log;
    }

    /** The calls of Go that would be made, ready for a shell. */
    public List<String> commands(List<GoFunction> functions) {
        return BuildCall.plan(functions).stream()
                .map(call -> command(call).forShell())
                .toList();
    }

    /**
     * Compiles the functions for all their architectures.
     *
     * @return one executable for each function and architecture, in that order
     * @throws ProblemException with the first error of each call that failed; executables of earlier builds are then as
     *     they were
     */
    public List<BuiltExecutable> build(List<GoFunction> functions) {
        List<BuildCall> calls = BuildCall.plan(functions);
        List<Output> outputs = functions.stream()
                .flatMap(function -> function.architectures().stream().map(a -> output(function, a, calls)))
                .toList();
        log.compiling(outputs.size(), calls.size());
        try {
            compile(calls, stamps(outputs));
            return new ExecutablePublisher(place.goOutput(), workers, log).publish(outputs);
        } catch (IOException | UncheckedIOException e) {
            throw unwritable(e);
        }
    }

    /**
     * What Go made for the functions and the executables under their names; empty unless each is proven to be a
     * function's.
     */
    public List<Path> proven(List<GoFunction> functions) throws IOException {
        List<BuildCall> calls = BuildCall.plan(functions);
        ProofMemory memory = new ProofMemory(ExecutablePublisher.memory(place.goOutput()));
        List<Path> proven = new ArrayList<>();
        for (GoFunction function : functions) {
            for (Architecture architecture : function.architectures()) {
                Path made = output(function, architecture, calls).made();
                Optional<OutputStamp> stamp = OutputStamp.of(made);
                String goPackage = function.main().importPath();
                if (stamp.flatMap(known -> memory.recall(known, goPackage)).isEmpty()) {
                    return List.of();
                }
                proven.add(made);
                proven.add(place.executable(function, architecture));
            }
        }
        return List.copyOf(proven);
    }

    private Output output(GoFunction function, Architecture architecture, List<BuildCall> calls) {
        BuildCall call = calls.stream()
                .filter(candidate -> candidate.makes(function.main(), architecture))
                .findFirst()
                .orElseThrow();
        return new Output(
                function,
                architecture,
                folder(call).resolve(function.main().executableName()),
                place.executable(function, architecture));
    }

    private Path folder(BuildCall call) {
        return call.folder(place.goOutput(), place.base());
    }

    private Command command(BuildCall call) {
        return call.command(go, folder(call));
    }

    private static List<OutputStamp> stamps(List<Output> outputs) throws IOException {
        List<OutputStamp> stamps = new ArrayList<>();
        for (Output output : outputs) {
            OutputStamp.of(output.made()).ifPresent(stamps::add);
        }
        return stamps;
    }

    private void compile(List<BuildCall> calls, List<OutputStamp> before) throws IOException {
        for (BuildCall call : calls) {
            Files.createDirectories(folder(call));
        }
        try {
            compile(calls);
        } finally {
            for (OutputStamp stamp : before) {
                stamp.restoreTime();
            }
        }
    }

    // the first calls compile what the later ones share; side by side they would all compile it
    private void compile(List<BuildCall> calls) {
        Problems problems = new Problems();
        List<Problem> first =
                run(calls.stream().filter(call -> call.turn() == 0).toList());
        problems.addAll(first);
        if (first.isEmpty()) {
            problems.addAll(run(calls.stream().filter(call -> call.turn() > 0).toList()));
        }
        problems.throwIfAny();
    }

    private List<Problem> run(List<BuildCall> calls) {
        return workers.map(calls, this::run).stream()
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    private Optional<Problem> run(BuildCall call) {
        Command command = command(call);
        ErrorText errors = new ErrorText();
        int exit = go.runner().run(command, (String line) -> {
            errors.accept(line);
            log.toolPrinted(line);
        });
        return exit == 0
                ? Optional.empty()
                : Optional.of(GoRefusal.of(errors.first(), command)
                        .problem()
                        .at(SafeText.of(call.module().directory().toString())));
    }

    private static ProblemException unwritable(Exception cause) {
        return new ProblemException(
                Problem.environment(
                        "the executables cannot be written: " + SafeText.of(String.valueOf(cause.getMessage())),
                        "make the build directory writable and see that the disk has room"),
                cause);
    }
}
