package io.github.lambdabootstrap.mojo.config;

import io.github.lambdabootstrap.model.Architecture;
import io.github.lambdabootstrap.model.LambdaRuntime;
import io.github.lambdabootstrap.model.RuntimeCatalog;
import io.github.lambdabootstrap.problem.Problems;
import io.github.lambdabootstrap.rules.Expectation;
import java.util.List;
import java.util.Optional;

/**
 * What zip files of unknown origin are meant for.
 *
 * @param runtime a runtime id; blank for the default
 * @param architecture one architecture; {@code auto} or both accept either
 * @param handlers the handlers that they answer to; may be null
 */
public record ExpectationConfig(String runtime, String architecture, List<String> handlers) {

    private static final String AUTO = "auto";

    /**
     * The expectation.
     *
     * @throws io.github.lambdabootstrap.problem.ProblemException when a word is unknown
     */
    public Expectation toSpec(RuntimeCatalog catalog) {
        Problems problems = new Problems();
        boolean auto = architecture != null && architecture.trim().equals(AUTO);
        TargetConfig target = new TargetConfig(runtime, auto ? "" : architecture, "the command line");
        Optional<LambdaRuntime> known = target.runtime(catalog, problems);
        List<Architecture> accepted = auto ? List.of(Architecture.values()) : target.architectures(problems);
        problems.throwIfAny();
        return new Expectation(
                known.orElseThrow(),
                accepted.size() == 1 ? Optional.of(accepted.get(0)) : Optional.empty(),
                List.of(),
                Texts.trimmed(handlers).stream().distinct().toList(),
                false);
    }
}
