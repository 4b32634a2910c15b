package io.github.lambdabootstrap.model;

import java.util.List;

/**
 * A function as the pom describes it.
 *
 * @param name unique in its module, ignoring case
 * @param source where its executable comes from
 * @param runtime what it will run on
 * @param architectures one archive is made for each; at least one, no duplicates
 * @param includes its own extra files; they win over those of all functions
 * @param placeholder whether its real code is uploaded later by something else
 * @param where the configuration's place, for messages: {@code pom.xml <functions><function>orders}
 */
public record FunctionSpec(
        FunctionName name,
        FunctionSource source,
        LambdaRuntime runtime,
        List<Architecture> architectures,
        List<IncludeSpec> includes,
        boolean placeholder,
        String where) {

    public FunctionSpec {
        architectures = List.copyOf(architectures);
        includes = List.copyOf(includes);
        if (architectures.isEmpty() || architectures.stream().distinct().count() != architectures.size()) {
            throw new IllegalArgumentException("a function needs one or more different architectures");
        }
    }
}
