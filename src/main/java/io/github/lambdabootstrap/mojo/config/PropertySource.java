package io.github.lambdabootstrap.mojo.config;

import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The properties of a build.
 *
 * @param user the value of a property of the command line; null when it is not set there
 * @param other the value of a property of the system or the pom; null when it is not set there
 */
public record PropertySource(UnaryOperator<String> user, UnaryOperator<String> other) {

    Optional<String> onCommandLine(String name) {
        return Optional.ofNullable(user.apply(name));
    }

    /** Wherever it is set; the command line wins. */
    public Optional<String> find(String name) {
        return onCommandLine(name).or(() -> elsewhere(name));
    }

    Optional<String> elsewhere(String name) {
        return Optional.ofNullable(other.apply(name));
    }
}
