/**
 * Zip out and zip in: a writer whose bytes depend on content alone, and a read-only archive with the raw facts that
 * rules need. The only room that may name commons-compress. Nothing is extracted to disk, and
 * nothing here judges.
 */
package io.github.lambdabootstrap.archive;
