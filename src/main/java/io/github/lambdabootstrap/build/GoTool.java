package io.github.lambdabootstrap.build;

import java.nio.file.Path;

/**
 * The {@code go} command of a build.
 *
 * @param executable absolute
 * @param foundIn the place that named it, for the log
 */
public record GoTool(Path executable, String foundIn) {}
