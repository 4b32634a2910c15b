package io.github.lambdabootstrap.template;

import io.github.lambdabootstrap.model.EnvironmentVariables;
import io.github.lambdabootstrap.problem.SafeText;
import java.util.Optional;

/** What the name of an environment variable means to Lambda. */
final class EnvironmentNotes {

    private EnvironmentNotes() {}

    /** The note on this variable of a function, where there is something to say. */
    static Optional<Remark> of(String function, Slot variable) {
        return of(function, variable.name(), variable.place());
    }

    static Optional<Remark> of(String function, String name, SourceRange place) {
        if (name.equals(EnvironmentVariables.EXEC_WRAPPER)) {
            return Optional.of(Remark.note(
                    place,
                    "'" + SafeText.of(function) + "' sets " + EnvironmentVariables.EXEC_WRAPPER
                            + ", which the OS-only runtimes ignore",
                    "start the wrapper from bootstrap, or remove the variable"));
        }
        return EnvironmentVariables.isReserved(name)
                ? Optional.of(Remark.note(
                        place,
                        "'" + SafeText.of(function) + "' sets " + name
                                + ", which Lambda reserves: the deployment is refused",
                        "give the variable another name"))
                : Optional.empty();
    }
}
