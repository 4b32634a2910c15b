package io.github.lambdabootstrap.gate;

import io.github.lambdabootstrap.rules.Finding;

/** A finding that does not count, and the suppression that says why. */
public record SuppressedFinding(Finding finding, Suppression by) {}
