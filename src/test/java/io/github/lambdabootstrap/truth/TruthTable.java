package io.github.lambdabootstrap.truth;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every archive that the truth test makes, in the order in which the facts about Lambda are told. */
final class TruthTable {

    private TruthTable() {}

    /** All, or with {@code -Dtruth.only=REGEX} those whose name matches. */
    static List<TruthCase> all() {
        Pattern wanted = Pattern.compile(System.getProperty("truth.only", ".*"));
        return Stream.of(
                        ArchiveCases.all(),
                        ContainerCases.all(),
                        LookupCases.all(),
                        LayerCases.all(),
                        ModeCases.all(),
                        FormatCases.all(),
                        LoaderCases.all(),
                        LibraryCases.all(),
                        InterpreterCases.all(),
                        ScriptCases.all(),
                        ShellCases.all(),
                        ShapeCases.all(),
                        OddCases.all(),
                        BundleCases.all(),
                        GoCases.all(),
                        CompilerCases.all(),
                        ToolCases.all(),
                        WriterCases.all())
                .flatMap(List::stream)
                .filter(row -> wanted.matcher(row.name()).find())
                .toList();
    }
}
