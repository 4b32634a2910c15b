package io.github.lambdabootstrap.mojo.config;

import io.github.lambdabootstrap.model.Architecture;
import io.github.lambdabootstrap.model.LambdaRuntime;
import io.github.lambdabootstrap.model.RuntimeCatalog;
import io.github.lambdabootstrap.problem.Problem;
import io.github.lambdabootstrap.problem.Problems;
import io.github.lambdabootstrap.problem.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Runtime and architectures as texts of the configuration, and what they mean.
 *
 * @param runtime a runtime id; blank for the default
 * @param architecture one architecture or a comma-separated list; blank for the default
 * @param where the configuration's place, for messages
 */
public record TargetConfig(String runtime, String architecture, String where) {

    /** The runtime; a problem and nothing when it is unknown or has ended for good. */
    public Optional<LambdaRuntime> runtime(RuntimeCatalog catalog, Problems problems) {
        String id = Texts.isBlank(runtime) ? RuntimeCatalog.DEFAULT_ID : runtime.trim();
        Optional<LambdaRuntime> known = catalog.find(id);
        if (known.isEmpty()) {
            problems.add(Problem.input("unknown runtime '" + SafeText.of(id) + "'", "choose one of " + choices(catalog))
                    .at(where + ", lambda.runtime"));
        } else if (!known.get().target()) {
            problems.add(ended(id, catalog));
        }
        return known.filter(LambdaRuntime::target);
    }

    /** The architectures, in the order given, each once; a problem for each that is unknown. */
    public List<Architecture> architectures(Problems problems) {
        List<Architecture> found = new ArrayList<>();
        List<String> words =
                Texts.isBlank(architecture) ? List.of(Architecture.X86_64.id()) : Texts.split(architecture);
        for (String word : words) {
            Architecture.parse(word).ifPresentOrElse(found::add, () -> problems.add(unknownArchitecture(word)));
        }
        return found.stream().distinct().toList();
    }

    private Problem unknownArchitecture(String word) {
        return Problem.input(
                        "unknown architecture '" + SafeText.of(word) + "'",
                        "choose one of " + String.join(", ", Architecture.ids()) + ", or both as a list")
                .at(where + ", lambda.architecture");
    }

    private Problem ended(String id, RuntimeCatalog catalog) {
        return Problem.input(
                        "runtime " + id + " has ended and cannot be built for",
                        "use " + choices(catalog) + "; the executable must then be called bootstrap, which"
                                + " lambda-bootstrap:package does for you")
                .at(where + ", lambda.runtime")
                .because("AWS takes no new functions on it")
                .docs("from-go1x.md");
    }

    private static String choices(RuntimeCatalog catalog) {
        return String.join(", ", catalog.targetIds());
    }
}
