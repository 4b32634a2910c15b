/**
 * What happened, as events; the wording lives in one implementation. No room prints a line by itself.
 */
package io.github.lambdabootstrap.log;
