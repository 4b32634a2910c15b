/**
 * The DEFLATE format (RFC 1951), written: the same content gives the same bytes on every JDK and machine, whoever
 * compresses how many of its segments at once.
 */
package io.github.lambdabootstrap.archive.deflate;
