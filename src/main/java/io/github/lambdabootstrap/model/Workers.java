package io.github.lambdabootstrap.model;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/**
 * Runs independent work on all cores, and on no more than that however many callers do so at once: the modules of a
 * parallel Maven build share one instance.
 */
public final class Workers {

    private final int cores;
    private final Semaphore permits;

    public Workers(int cores) {
        this.cores = cores;
        this.permits = new Semaphore(cores);
    }

    /** As many as the machine has. */
    public static Workers onAllCores() {
        return new Workers(Runtime.getRuntime().availableProcessors());
    }

    /**
     * The results of the work in the order of the items. The first failure is rethrown as it is, once all work that has
     * begun is over; work that has not begun is then dropped.
     */
    public <T, R> List<R> map(List<T> items, Function<T, R> work) {
        ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, Math.min(cores, items.size())));
        try {
            List<Future<R>> futures = new ArrayList<>();
            items.forEach(item -> futures.add(threads.submit(() -> permitted(item, work))));
            List<R> results = new ArrayList<>();
            for (Future<R> future : futures) {
                results.add(result(future));
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    private <T, R> R permitted(T item, Function<T, R> work) throws InterruptedException {
        permits.acquire();
        try {
            return work.apply(item);
        } finally {
            permits.release();
        }
    }

    private static <R> R result(Future<R> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for work", e);
        }
    }
}
