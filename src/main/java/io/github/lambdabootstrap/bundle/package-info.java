/**
 * Multi-binary archives: from what the pom says about bundles to the plan of each, with the shim, the map that it
 * dispatches on, and every executable at its handler's place. Plans alone: bytes are written by the archive room, and
 * what Lambda would make of them is judged by the rules.
 */
package io.github.lambdabootstrap.bundle;
