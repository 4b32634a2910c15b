package io.github.lambdabootstrap.problem;

import java.util.ArrayList;
import java.util.List;

/** Gathers all problems of a run, from any thread, so that they are reported together. */
public final class Problems {

    private final List<Problem> found = new ArrayList<>();

    public synchronized void add(Problem problem) {
        found.add(problem);
    }

    public synchronized void addAll(List<Problem> problems) {
        found.addAll(problems);
    }

    public synchronized List<Problem> list() {
        return List.copyOf(found);
    }

    public synchronized boolean isEmpty() {
        return found.isEmpty();
    }

    /** Throws {@link ProblemException} with all problems so far, when there are any. */
    public void throwIfAny() {
        List<Problem> all = list();
        if (!all.isEmpty()) {
            throw new ProblemException(all);
        }
    }
}
