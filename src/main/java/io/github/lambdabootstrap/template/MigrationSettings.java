package io.github.lambdabootstrap.template;

import io.github.lambdabootstrap.model.LambdaRuntime;
import io.github.lambdabootstrap.model.RuntimeCatalog;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a migration is to do.
 *
 * @param target the runtime that functions move to
 * @param sources the identifiers of the runtimes that they move from: all that are older
 * @param known the identifiers of every runtime that starts an executable
 * @param bundle whether the archives dispatch on the handler, so that every handler stays
 * @param buildMethod whether to add what {@code sam build} needs
 */
public record MigrationSettings(
        LambdaRuntime target, Set<String> sources, Set<String> known, boolean bundle, boolean buildMethod) {

    /** The managed runtime of Go, which ended. */
    static final String GO = "go1.x";

    public MigrationSettings {
        sources = Set.copyOf(sources);
        known = Set.copyOf(known);
    }

    /** Towards this runtime, from all that the catalog lists before it. */
    public static MigrationSettings towards(LambdaRuntime target, RuntimeCatalog catalog) {
        Set<String> older = catalog.runtimes().stream()
                .takeWhile(runtime -> !runtime.equals(target))
                .map(LambdaRuntime::id)
                .collect(Collectors.toSet());
        Set<String> known = catalog.runtimes().stream().map(LambdaRuntime::id).collect(Collectors.toSet());
        return new MigrationSettings(target, older, known, false, false);
    }

    /** The same for archives that dispatch on the handler. */
    public MigrationSettings withBundle(boolean dispatches) {
        return new MigrationSettings(target, sources, known, dispatches, buildMethod);
    }

    /** The same with the build method added where it is missing. */
    public MigrationSettings withBuildMethod(boolean added) {
        return new MigrationSettings(target, sources, known, bundle, added);
    }

    boolean isOld(Scalar scalar) {
        return scalar.style() != Scalar.Style.EXPRESSION && sources.contains(scalar.value());
    }
}
