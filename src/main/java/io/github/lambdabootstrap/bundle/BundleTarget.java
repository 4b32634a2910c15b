package io.github.lambdabootstrap.bundle;

import io.github.lambdabootstrap.archive.ArchiveSubject;
import io.github.lambdabootstrap.archive.FunctionTarget;
import io.github.lambdabootstrap.model.Architecture;
import io.github.lambdabootstrap.model.LambdaRuntime;
import java.util.List;

/**
 * A bundle on one architecture, with the functions that are in it: one archive.
 *
 * @param spec the bundle
 * @param alone whether it has no other architecture
 * @param functions sorted by name, all of one runtime and one architecture; at least one
 */
record BundleTarget(BundleSpec spec, boolean alone, List<FunctionTarget> functions) {

    BundleTarget {
        functions = List.copyOf(functions);
    }

    LambdaRuntime runtime() {
        return functions.get(0).runtime();
    }

    Architecture architecture() {
        return functions.get(0).architecture();
    }

    /** What its archive is made for. */
    ArchiveSubject subject() {
        return new ArchiveSubject(ArchiveSubject.Kind.BUNDLE, spec.name(), runtime(), architecture(), alone);
    }
}
