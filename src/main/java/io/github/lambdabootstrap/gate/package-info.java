/**
 * The one way from bytes to a verdict: reads an archive once, runs the rules, and makes the verified archive that only
 * it can make. Nothing here decides what is right; the rules do.
 */
package io.github.lambdabootstrap.gate;
