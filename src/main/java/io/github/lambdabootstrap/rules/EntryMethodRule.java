package io.github.lambdabootstrap.rules;

import io.github.lambdabootstrap.problem.SafeText;
import java.util.stream.Stream;

/** Entries are stored or deflated: nothing else has been seen to work on Lambda. */
public final class EntryMethodRule implements LongList {

    private static final int STORED = 0;
    private static final int DEFLATED = 8;

    @Override
    public String id() {
        return "entry-method";
    }

    @Override
    public Stream<Finding> findings(ArchiveUnderTest archive) {
        return archive.archive().entries().stream()
                .filter(entry -> !isKnown(entry.header().compressionMethod()))
                .map(entry -> warning(
                        entry.name().text(),
                        "entry '" + SafeText.of(entry.name().text()) + "' is compressed by "
                                + name(entry.header().compressionMethod())
                                + "; only stored and deflated entries are known to work on Lambda",
                        "zip with DEFLATE, the default of nearly every tool"));
    }

    private static boolean isKnown(int method) {
        return method == STORED || method == DEFLATED;
    }

    private static String name(int method) {
        return switch (method) {
            case 9 -> "Deflate64";
            case 12 -> "bzip2";
            case 14 -> "LZMA";
            case 93 -> "Zstandard";
            case 95 -> "XZ";
            default -> "method " + method;
        };
    }
}
