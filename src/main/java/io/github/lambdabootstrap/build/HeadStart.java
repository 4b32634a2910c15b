package io.github.lambdabootstrap.build;

import io.github.lambdabootstrap.model.Workers;
import io.github.lambdabootstrap.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Makes the calls of the last build while Go is still asked what there is to build. Mostly the answer is what it was,
 * and then its time costs nothing; when it is not, what these calls made stays in Go's own folder and is not used.
 */
public final class HeadStart implements AutoCloseable {

    private final GoCommands go;
    private final Workers workers;
    private final List<OutputStamp> before;
    private final CompletableFuture<Map<Command, EarlyCall>> begun = new CompletableFuture<>();
    private final Thread thread;

    private HeadStart(GoCommands go, Workers workers, List<OutputStamp> before, List<CallMemory.Call> calls) {
        this.go = go;
        this.workers = workers;
        this.before = before;
        this.thread = new Thread(() -> make(calls), "lambda-bootstrap-head-start");
        thread.setDaemon(true);
    }

    /** @param before all that Go made so far, before any call of this build */
    static HeadStart begin(GoCommands go, Workers workers, List<OutputStamp> before, List<CallMemory.Call> calls) {
        HeadStart start = new HeadStart(go, workers, before, calls);
        start.thread.start();
        return start;
    }

    /** The call with this very command, when it was begun. */
    Optional<EarlyCall> call(Command command) {
        return Optional.ofNullable(begun.join().get(command));
    }

    /** Waits for all calls, and gives what they left as it was its time back. */
    @Override
    public void close() {
        try {
            thread.join();
            for (OutputStamp stamp : before) {
                stamp.restoreTime();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void make(List<CallMemory.Call> calls) {
        try {
            Map<Command, EarlyCall> first = early(calls, call -> call.turn() == 0);
            Map<Command, EarlyCall> others = early(calls, call -> call.turn() > 0);
            Map<Command, EarlyCall> all = new HashMap<>(first);
            all.putAll(others);
            begun.complete(all);
            if (run(first)) {
                run(others);
            } else {
                others.values().forEach(EarlyCall::drop);
            }
        } catch (ProblemException e) {
            // there is no Go, or none that answers: whoever asks next is told
        } finally {
            begun.complete(Map.of());
        }
    }

    private Map<Command, EarlyCall> early(List<CallMemory.Call> calls, Predicate<CallMemory.Call> wanted) {
        return calls.stream()
                .filter(wanted)
                .map(call -> call.command(go))
                .distinct()
                .collect(Collectors.toMap(Function.identity(), command -> new EarlyCall()));
    }

    private boolean run(Map<Command, EarlyCall> calls) {
        return workers
                .map(List.copyOf(calls.entrySet()), call -> call.getValue().run(go.runner(), call.getKey()))
                .stream()
                .allMatch(exit -> exit == 0);
    }
}
