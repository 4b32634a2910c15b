package io.github.lambdabootstrap.model;

import java.nio.file.Path;

/**
 * An executable that the {@code build} goal made: a line of {@code executables.json}.
 *
 * @param function the function that it is the program of
 * @param file absolute
 * @param sha256 of the file
 * @param size of the file
 * @param runtime what it was built for
 * @param architecture what it was built for
 * @param goPackage import path of its main package
 * @param goModule path of the Go module that holds the package
 */
public record BuiltExecutable(
        FunctionName function,
        Path file,
        Sha256 sha256,
        ByteSize size,
        LambdaRuntime runtime,
        Architecture architecture,
        String goPackage,
        String goModule) {

    /** Where the package is in its module, as in {@code cmd/orders}; empty for the module's root. */
    public String packagePath() {
        return goPackage.startsWith(goModule + "/") ? goPackage.substring(goModule.length() + 1) : "";
    }
}
