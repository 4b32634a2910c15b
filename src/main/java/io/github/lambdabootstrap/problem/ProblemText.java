package io.github.lambdabootstrap.problem;

import java.util.ArrayList;
import java.util.List;

/** The lines in which problems are shown, in the house's one form. */
public final class ProblemText {

    private ProblemText() {}

    /**
     * A heading and two or three lines for each problem.
     *
     * @param subject what the problems are in, for example {@code the configuration of 'shop'}
     */
    public static List<String> lines(String subject, List<Problem> problems) {
        List<String> lines = new ArrayList<>();
        lines.add(count(problems.size()) + " in " + subject + ":");
        for (Problem problem : problems) {
            lines.add("  " + sentence(problem));
            lines.add("    fix: " + problem.fix() + (problem.docs().isEmpty() ? "" : "      docs/" + problem.docs()));
        }
        return lines;
    }

    /** {@code 1 problem}, {@code 2 problems}. */
    public static String count(int problems) {
        return problems == 1 ? "1 problem" : problems + " problems";
    }

    private static String sentence(Problem problem) {
        StringBuilder text = new StringBuilder(problem.what());
        if (!problem.where().isEmpty()) {
            text.append(" (").append(problem.where()).append(')');
        }
        if (!problem.why().isEmpty()) {
            text.append("; ").append(problem.why());
        }
        return text.toString();
    }
}
