package io.github.lambdabootstrap.rules;

import java.util.List;
import java.util.stream.Stream;

/**
 * One demand on an archive. A rule reads facts, never throws for a bad archive, and says nothing about what it does not
 * know.
 */
public interface Rule {

    /** The class name without {@code Rule}, in kebab case: the name in configuration, reports and {@code rules.md}. */
    String id();

    /** What is wrong with the archive in the eyes of this rule; nothing when all is well or unknown. */
    List<Finding> check(ArchiveUnderTest archive);

    /** The same, one after the other: rules that ask every entry must not have a finding for each at once. */
    default Stream<Finding> findings(ArchiveUnderTest archive) {
        return check(archive).stream();
    }

    /** A finding of this rule that stops the archive; {@code entry} is empty for the archive as a whole. */
    default Finding error(String entry, String message, String fix) {
        return new Finding(id(), Severity.ERROR, entry, message, fix);
    }

    /** A finding of this rule that people should look at. */
    default Finding warning(String entry, String message, String fix) {
        return new Finding(id(), Severity.WARNING, entry, message, fix);
    }

    /** A finding of this rule that is good to know and no fault. */
    default Finding info(String entry, String message, String fix) {
        return new Finding(id(), Severity.INFO, entry, message, fix);
    }
}
