package io.github.lambdabootstrap.archive;

import io.github.lambdabootstrap.model.Architecture;
import io.github.lambdabootstrap.model.FunctionName;
import io.github.lambdabootstrap.model.LambdaRuntime;

/**
 * What one archive is made for.
 *
 * @param kind what the name is the name of
 * @param name of the function or the bundle
 * @param runtime what it runs on
 * @param architecture what it runs on
 * @param alone whether there is no archive of it for another architecture
 */
public record ArchiveSubject(
        Kind kind, FunctionName name, LambdaRuntime runtime, Architecture architecture, boolean alone) {

    /** What archives are made for. */
    public enum Kind {
        /** One function. */
        FUNCTION,
        /** Several functions behind a shim. */
        BUNDLE
    }

    /** For messages, as in {@code bundle 'deploy' for arm64}. */
    String described() {
        return (kind == Kind.BUNDLE ? "bundle " : "") + "'" + name + "' for " + architecture;
    }
}
