package io.github.lambdabootstrap.problem;

import java.util.List;
import java.util.stream.Collectors;

/** The one unchecked exception of the house: a run that cannot go on, with every problem that it found. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public ProblemException(List<Problem> problems) {
        this(problems, null);
    }

    /** @param cause what the platform threw; may be null */
    public ProblemException(List<Problem> problems, Throwable cause) {
        super(problems.stream().map(Problem::what).collect(Collectors.joining("; ")), cause);
        this.problems = List.copyOf(problems);
    }

    public ProblemException(Problem problem, Throwable cause) {
        this(List.of(problem), cause);
    }

    public static ProblemException of(Problem problem) {
        return new ProblemException(List.of(problem));
    }

    public List<Problem> problems() {
        return problems;
    }

    /** Whether the user's input is at fault, rather than the environment, in at least one problem. */
    public boolean isInput() {
        return problems.stream().anyMatch(p -> p.kind() == Problem.Kind.INPUT);
    }
}
