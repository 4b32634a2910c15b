package io.github.lambdabootstrap.archive;

import io.github.lambdabootstrap.model.Architecture;
import io.github.lambdabootstrap.model.FunctionName;
import io.github.lambdabootstrap.model.IncludeSpec;
import io.github.lambdabootstrap.model.LambdaRuntime;
import io.github.lambdabootstrap.model.Sha256;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A function on one architecture, with the program that will be its {@code bootstrap}: one archive.
 *
 * @param name of the function
 * @param runtime what it runs on
 * @param architecture what it runs on
 * @param alone whether the function has no other architecture
 * @param executable absolute; nobody has looked yet whether it is there
 * @param built digest that {@code lambda-bootstrap:build} gave; empty for one that something else made
 * @param packagePath where its Go package is in its module, empty text for the module's root; empty for an executable
 *     that something else made
 * @param includes its own extra files
 * @param where the configuration's place, for messages
 */
public record FunctionTarget(
        FunctionName name,
        LambdaRuntime runtime,
        Architecture architecture,
        boolean alone,
        Path executable,
        Optional<Sha256> built,
        Optional<String> packagePath,
        List<IncludeSpec> includes,
        String where) {

    public FunctionTarget {
        includes = List.copyOf(includes);
    }

    /** What its archive is made for. */
    public ArchiveSubject subject() {
        return new ArchiveSubject(ArchiveSubject.Kind.FUNCTION, name, runtime, architecture, alone);
    }
}
