package io.github.lambdabootstrap.gate;

/**
 * A place that was asked for and cannot be judged as an archive.
 *
 * @param path as the user wrote it
 * @param message what is wrong with it, without a final full stop
 * @param fix what to do
 */
public record PathProblem(String path, String message, String fix) {}
