package io.github.lambdabootstrap.model;

/** Where the executable of a function comes from. */
public sealed interface FunctionSource {

    /** The Go function that discovery calls by the name of the specification. */
    record Discovered() implements FunctionSource {}

    /**
     * One Go package, discovered or not.
     *
     * @param path as the user wrote it: {@code ./services/orders} relative to the Go directory, or an import path
     */
    record GoPackage(String path) implements FunctionSource {}

    /**
     * A file that something else built, at the latest before the {@code package} goal.
     *
     * @param path absolute, may hold placeholders such as {@code {architecture}}
     */
    record ExecutableFile(String path) implements FunctionSource {}
}
