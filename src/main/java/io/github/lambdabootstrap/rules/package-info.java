/**
 * What Lambda demands of an archive: one class per rule, an explicit ordered list, findings as data. A rule reads
 * facts and never bytes on disk, never throws for a bad archive, and never flags what is unknown.
 */
package io.github.lambdabootstrap.rules;
