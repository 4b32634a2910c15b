package io.github.lambdabootstrap.rules;

import io.github.lambdabootstrap.archive.ArchiveEntry;
import io.github.lambdabootstrap.archive.EntryPath;
import io.github.lambdabootstrap.elf.FileFormat;
import io.github.lambdabootstrap.model.NameDistance;
import io.github.lambdabootstrap.problem.SafeText;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The executables of an archive that somebody may have meant. */
record NearNames(List<String> executables) {

    private static final int SHOWN = 3;

    /** Hostile archives and maps have longer names, and more of them, than anyone compares. */
    private static final int COMPARED = 1000;

    private static final int LENGTH = 128;

    private static final Set<FileFormat> EXECUTABLE = EnumSet.of(FileFormat.ELF, FileFormat.SCRIPT);

    /** All but the bootstrap. */
    static NearNames of(ArchiveUnderTest archive) {
        Stream<EntryPath> started = archive.programs().stream()
                .skip(1)
                .map(program -> program.entry().path());
        Stream<EntryPath> others = archive.others().entries(EXECUTABLE).map(ArchiveEntry::path);
        return new NearNames(Stream.concat(started, others)
                .map(EntryPath::text)
                .distinct()
                .limit(COMPARED)
                .toList());
    }

    /** A clause such as {@code 'bin/orders', 'bin/users' and 3 more}, the nearest first; empty when there is none. */
    String to(String wanted) {
        String shown = executables.stream()
                .sorted(Comparator.comparingInt((String name) -> distance(wanted, name))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(SHOWN)
                .map(name -> "'" + SafeText.of(name) + "'")
                .collect(Collectors.joining(", "));
        int more = executables.size() - SHOWN;
        return more > 0 ? shown + " and " + more + " more" : shown;
    }

    /** A name in another folder is as near as a mistyped one. */
    private static int distance(String wanted, String name) {
        return Math.min(distanceOf(wanted, name), 1 + distanceOf(fileName(wanted), fileName(name)));
    }

    private static int distanceOf(String one, String other) {
        return NameDistance.between(
                one.substring(0, Math.min(LENGTH, one.length())), other.substring(0, Math.min(LENGTH, other.length())));
    }

    private static String fileName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
