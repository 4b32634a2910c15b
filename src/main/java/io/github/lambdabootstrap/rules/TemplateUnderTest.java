package io.github.lambdabootstrap.rules;

import io.github.lambdabootstrap.model.LambdaRuntime;
import io.github.lambdabootstrap.model.RuntimeCatalog;
import io.github.lambdabootstrap.model.TemplateFunction;
import io.github.lambdabootstrap.model.TemplateText;
import io.github.lambdabootstrap.problem.SafeText;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All that rules may know of a template.
 *
 * @param subjects its functions
 * @param packaged every archive that this build packages, in the folders that it packages into
 * @param catalog the runtimes
 */
public record TemplateUnderTest(List<Subject> subjects, Set<Path> packaged, RuntimeCatalog catalog) {

    public TemplateUnderTest {
        subjects = List.copyOf(subjects);
        packaged = Set.copyOf(packaged);
    }

    /**
     * A function of the template.
     *
     * @param function what the template says
     * @param code what it runs; empty when that is not among the archives that were judged
     */
    public record Subject(TemplateFunction function, Optional<Code> code) {

        /** How messages call it. */
        String shown() {
            return "'" + safe(function.id()) + "'";
        }
    }

    /**
     * An archive that a function runs.
     *
     * @param place as the template writes it
     * @param path absolute
     * @param passed whether the gate let it pass
     * @param archive with the template's handlers as those that it must answer to; empty when it cannot be read
     */
    public record Code(TemplateText place, Path path, boolean passed, Optional<ArchiveUnderTest> archive) {

        /** How messages call it. */
        String shown() {
            return safe(place.value());
        }
    }

    /** Whether a function starts an executable of its own, by what it runs on or by what it runs. */
    boolean isOurs(Subject subject) {
        boolean image = subject.function().code().packageType().canBe("Image"::equals);
        return subject.code().isPresent()
                || (!image && subject.function().runtime().canBe(this::isOsOnly));
    }

    /** Whether it is a runtime that starts an executable, of the past or the future. */
    boolean isOsOnly(String runtime) {
        return catalog.find(runtime).isPresent() || runtime.startsWith("provided");
    }

    /** Whether it is a runtime that starts {@code bootstrap} and not what the handler names. */
    static boolean startsBootstrap(String runtime) {
        return runtime.startsWith("provided");
    }

    /** The runtime that a function surely has, unless a parameter says otherwise. */
    Optional<LambdaRuntime> runtime(TemplateFunction function) {
        return function.runtime().only().flatMap(text -> catalog.find(text.value()));
    }

    static String safe(String text) {
        return SafeText.of(text);
    }
}
