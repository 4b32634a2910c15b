/**
 * The bootstrap of a multi-binary archive: its native and script forms, the map that it dispatches on, the way from a
 * handler to an entry, and the dispatchers that others have written. What may be in an archive is judged elsewhere;
 * nothing here reads or writes one.
 */
package io.github.lambdabootstrap.shim;
