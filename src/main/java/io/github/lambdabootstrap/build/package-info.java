/**
 * Source code in, executables out: finds Go, finds the functions of Go modules, compiles them with as few calls as the
 * names allow, and proves what Go made. Tools get argument lists, never a shell string. Nothing here writes a zip.
 */
package io.github.lambdabootstrap.build;
