package io.github.lambdabootstrap.build;

import io.github.lambdabootstrap.model.Architecture;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A call of {@code go build} but for its packages.
 *
 * @param folder where Go writes
 */
record CallFrame(GoModule module, Architecture architecture, Path folder) {

    /** What Go is asked to do with these packages, with the flags of this build. */
    Command command(GoCommands go, List<String> packages) {
        List<String> arguments = new ArrayList<>(List.of("build"));
        arguments.addAll(go.flags().forBuild());
        arguments.add("-o");
        arguments.add(folder + File.separator);
        arguments.addAll(packages);
        return go.forTarget(module, architecture, arguments);
    }
}
