package io.github.lambdabootstrap.gate;

import io.github.lambdabootstrap.rules.Finding;

/**
 * A finding that does not count, and the suppression that says why.
 *
 * @param times how many findings it stands for: itself, and those of a long list that are not kept
 */
public record SuppressedFinding(Finding finding, Suppression by, int times) {}
