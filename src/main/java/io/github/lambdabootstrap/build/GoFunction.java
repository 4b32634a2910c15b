package io.github.lambdabootstrap.build;

import io.github.lambdabootstrap.model.Architecture;
import io.github.lambdabootstrap.model.FunctionName;
import io.github.lambdabootstrap.model.LambdaRuntime;
import java.util.List;

/**
 * A function that Go compiles.
 *
 * @param name unique in the Maven module
 * @param main its program
 * @param runtime what it will run on
 * @param architectures what it is compiled for; at least one
 * @param reason why it is a function
 */
public record GoFunction(
        FunctionName name, MainPackage main, LambdaRuntime runtime, List<Architecture> architectures, String reason) {

    public GoFunction {
        architectures = List.copyOf(architectures);
    }
}
