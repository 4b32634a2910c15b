package io.github.lambdabootstrap.truth;

import java.util.List;
import java.util.stream.Stream;

/** Every archive that the truth test makes, in the order in which the facts about Lambda are told. */
final class TruthTable {

    private TruthTable() {}

    static List<TruthCase> all() {
        return Stream.of(LookupCases.all(), ModeCases.all(), FormatCases.all())
                .flatMap(List::stream)
                .toList();
    }
}
