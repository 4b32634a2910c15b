package io.github.lambdabootstrap.build;

import io.github.lambdabootstrap.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** A call of Go that runs before it is known whether it is wanted: what it prints is held back until then. */
final class EarlyCall {

    private static final int NOT_RUN = -1;

    private final CompletableFuture<Integer> exit = new CompletableFuture<>();
    private final List<String> held = new ArrayList<>();
    private Consumer<String> lines = held::add;

    /** Runs the command; its exit code, which is negative when it could not be run. */
    int run(CommandRunner runner, Command command) {
        try {
            exit.complete(runner.run(command, this::print));
        } catch (ProblemException e) {
            // whoever wants the call makes it again, and is told
        } finally {
            drop();
        }
        return exit.join();
    }

    /** Ends a call that did not run, so that nobody waits for it. */
    void drop() {
        exit.complete(NOT_RUN);
    }

    /** Hands on all lines and waits for the end; the exit code, or empty when the call was not run. */
    Optional<Integer> finish(Consumer<String> reader) {
        release(reader);
        return Optional.of(exit.join()).filter(code -> code != NOT_RUN);
    }

    private synchronized void release(Consumer<String> reader) {
        held.forEach(reader);
        lines = reader;
    }

    private synchronized void print(String line) {
        lines.accept(line);
    }
}
