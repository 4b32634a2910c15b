package io.github.lambdabootstrap.build;

import java.nio.file.Path;

/**
 * A folder in which {@code go} is called, with one module in force.
 *
 * @param directory absolute; the module's root, or a folder inside a module whose root lies above the Maven module
 * @param path the module's path as {@code go.mod} says; not unique in real repositories
 * @param inWorkspace whether a {@code go.work} file may apply: Go refuses modules that it does not list
 */
public record GoModule(Path directory, String path, boolean inWorkspace) {}
