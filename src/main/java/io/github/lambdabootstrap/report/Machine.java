package io.github.lambdabootstrap.report;

import io.github.lambdabootstrap.gate.EntrypointFacts;
import io.github.lambdabootstrap.gate.Verdict;
import io.github.lambdabootstrap.model.Architecture;
import java.util.Optional;

/** The instruction set that an archive is for. */
final class Machine {

    private Machine() {}

    /** What was wanted, in Lambda's words; where either was fine, what is there. */
    static Optional<String> of(Verdict verdict) {
        return verdict.request()
                .expectation()
                .architecture()
                .or(() -> verdict.entrypoint().flatMap(EntrypointFacts::machine).flatMap(Architecture::parse))
                .map(Architecture::id);
    }
}
