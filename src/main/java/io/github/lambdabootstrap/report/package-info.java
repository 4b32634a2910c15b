/**
 * Findings and inventories as files and text: versioned schemas, written atomically. Nothing here judges or changes
 * what it is given.
 */
package io.github.lambdabootstrap.report;
