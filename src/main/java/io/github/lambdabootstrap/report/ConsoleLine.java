package io.github.lambdabootstrap.report;

import io.github.lambdabootstrap.rules.Severity;

/**
 * One finished line of the console, and how loud it is.
 *
 * @param severity error, warning or information
 * @param text without a level or a newline
 */
public record ConsoleLine(Severity severity, String text) {}
