/**
 * ELF and Go build-info readers: records named as the specifications name them, on bytes alone. No length field is
 * trusted, and what cannot be read is unknown, not an error.
 */
package io.github.lambdabootstrap.elf;
