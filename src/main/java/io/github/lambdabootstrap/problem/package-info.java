/**
 * What can be wrong and how a user is told: one problem says what, where, why and how to fix it, a collector gathers
 * all of a run, one unchecked exception carries them out. Text from outside is escaped here, once, at output.
 */
package io.github.lambdabootstrap.problem;
