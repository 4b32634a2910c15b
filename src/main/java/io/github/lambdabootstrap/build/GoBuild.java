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
     * Begins what the last build did, which is most likely what this one will do.
     *
     * @throws ProblemException when the output directory cannot be read
     */
    public HeadStart headStart() {
        try {
            return HeadStart.begin(go, workers, OutputStamp.below(place.goOutput()), memory().recall());
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private CallMemory memory() {
        return new CallMemory(place.goOutput().resolve("calls.json"));
    }

    /**
     * Compiles the functions for all their architectures.
     *
     * @param early this build's
     * @return one executable for each function and architecture, in that order
     * @throws ProblemException with the first error of each call that failed; executables of earlier builds are then as
     *     they were
     */
    public List<BuiltExecutable> build(List<GoFunction> functions, HeadStart early) {
        List<BuildCall> calls = BuildCall.plan(functions);
        List<Output> outputs = functions.stream()
                .flatMap(function -> function.architectures().stream().map(a -> output(function, a, calls)))
                .toList();
        log.compiling(outputs.size(), calls.size());
        try {
            compile(calls, early);
            memory().remember(calls.stream()
                    .map(call -> CallMemory.Call.of(call, folder(call)))
                    .toList());
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

    private void compile(List<BuildCall> calls, HeadStart early) throws IOException {
        for (BuildCall call : calls) {
            Files.createDirectories(folder(call));
        }
        // its end gives what did not change its time back: later steps see that at once
        try (early) {
            compileInTurns(calls, early);
        }
    }

    // the first calls compile what the later ones share; side by side they would all compile it
    private void compileInTurns(List<BuildCall> calls, HeadStart early) {
        Problems problems = new Problems();
        List<Problem> first =
                run(calls.stream().filter(call -> call.turn() == 0).toList(), early);
        problems.addAll(first);
        if (first.isEmpty()) {
            problems.addAll(run(calls.stream().filter(call -> call.turn() > 0).toList(), early));
        }
        problems.throwIfAny();
    }

    // none of the workers may wait for an early call, which may itself be waiting for a worker
    private List<Problem> run(List<BuildCall> calls, HeadStart early) {
        List<Result> results = new ArrayList<>();
        List<BuildCall> others = new ArrayList<>();
        for (BuildCall call : calls) {
            Optional<Result> result = early.call(command(call)).flatMap(begun -> finish(call, begun));
            result.ifPresentOrElse(results::add, () -> others.add(call));
        }
        if (!others.isEmpty()) {
            // Go's folder has one writer at a time
            early.close();
            results.addAll(workers.map(others, this::run));
        }
        return results.stream()
                .flatMap(result -> result.problem().stream())
                .distinct()
                .toList();
    }

    private Optional<Result> finish(BuildCall call, EarlyCall begun) {
        ErrorText errors = new ErrorText();
        return begun.finish(line -> show(line, errors)).map(exit -> new Result(call, command(call), exit, errors));
    }

    private Result run(BuildCall call) {
        ErrorText errors = new ErrorText();
        Command command = command(call);
        return new Result(call, command, go.runner().run(command, (String line) -> show(line, errors)), errors);
    }

    private void show(String line, ErrorText errors) {
        errors.accept(line);
        log.toolPrinted(line);
    }

    private record Result(BuildCall call, Command command, int exit, ErrorText errors) {

        Optional<Problem> problem() {
            return exit == 0
                    ? Optional.empty()
                    : Optional.of(GoRefusal.of(errors.first(), command)
                            .problem()
                            .at(SafeText.of(call.module().directory().toString())));
        }
    }

    private static ProblemException unwritable(Exception cause) {
        return new ProblemException(
                Problem.environment(
                        "the executables cannot be written: " + SafeText.of(String.valueOf(cause.getMessage())),
                        "make the build directory writable and see that the disk has room"),
                cause);
    }
}
