package io.github.lambdabootstrap.rules;

import java.util.List;
import java.util.stream.Stream;

/** A rule that asks every entry, so that it can have as many findings as an archive has entries. */
interface LongList extends Rule {

    @Override
    Stream<Finding> findings(ArchiveUnderTest archive);

    @Override
    default List<Finding> check(ArchiveUnderTest archive) {
        return findings(archive).toList();
    }
}
