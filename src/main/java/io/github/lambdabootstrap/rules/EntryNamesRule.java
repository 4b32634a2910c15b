package io.github.lambdabootstrap.rules;

import io.github.lambdabootstrap.archive.ArchiveEntry;
import io.github.lambdabootstrap.archive.EntryIndex;
import io.github.lambdabootstrap.archive.FileType;
import io.github.lambdabootstrap.archive.NameFlaw;
import io.github.lambdabootstrap.problem.SafeText;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names mean the same to every unpacker, and no two entries claim one place. */
public final class EntryNamesRule implements LongList {

    private static final String FIX = "give each file one plain relative name with forward slashes";

    @Override
    public String id() {
        return "entry-names";
    }

    @Override
    public Stream<Finding> findings(ArchiveUnderTest archive) {
        List<ArchiveEntry> entries = archive.archive().entries();
        return Stream.of(
                        entries.stream().flatMap(entry -> flawed(entry).stream()),
                        clashes(archive, entries),
                        filesThatAreFolders(archive, entries))
                .flatMap(findings -> findings);
    }

    private Optional<Finding> flawed(ArchiveEntry entry) {
        Set<NameFlaw> flaws = entry.name().flaws();
        if (flaws.isEmpty()) {
            return Optional.empty();
        }
        String name = entry.name().text();
        return Optional.of(warning(
                name,
                "the name '" + SafeText.of(name) + "' "
                        + flaws.stream().map(EntryNamesRule::what).collect(Collectors.joining(" and ")),
                FIX));
    }

    private static String what(NameFlaw flaw) {
        return switch (flaw) {
            case EMPTY -> "is empty";
            case ABSOLUTE -> "starts with a slash";
            case PARENT_SEGMENT -> "climbs with '..'";
            case DOT_SEGMENT -> "has a '.' segment";
            case EMPTY_SEGMENT -> "has two slashes in a row";
            case BACKSLASH -> "has a backslash, which Lambda takes for a letter and not for a separator";
            case NUL -> "has a NUL in it, where some unpackers end it";
            case NOT_UTF8 -> "is not UTF-8";
            case LONG_SEGMENT -> "has a part of more than 255 bytes, which no file system of Linux takes";
        };
    }

    private Stream<Finding> clashes(ArchiveUnderTest archive, List<ArchiveEntry> entries) {
        EntryIndex byKey = new EntryIndex(entries, EntryNamesRule::key);
        return entries.stream().flatMap(entry -> clash(archive, byKey, entry).stream());
    }

    /** What is wrong with an entry because of one before it. */
    private Optional<Finding> clash(ArchiveUnderTest archive, EntryIndex byKey, ArchiveEntry entry) {
        ArchiveEntry twin = byKey.first(key(entry)).orElseThrow();
        if (twin.index() == entry.index()) {
            return Optional.empty();
        }
        String path = entry.path().text();
        ArchiveEntry same = archive.archive().byPath().first(path).orElseThrow();
        if (same.index() != entry.index()) {
            return differ(same, entry)
                    ? Optional.of(clash(archive, entry, "two entries of different content are called '%s'"))
                    : Optional.empty();
        }
        return Optional.of(warning(
                entry.name().text(),
                "'" + SafeText.of(path) + "' and '" + SafeText.of(twin.path().text())
                        + "' differ in case alone; some tools keep one of them",
                FIX));
    }

    private static String key(ArchiveEntry entry) {
        return entry.path().text().toLowerCase(Locale.ROOT);
    }

    private Stream<Finding> filesThatAreFolders(ArchiveUnderTest archive, List<ArchiveEntry> entries) {
        BitSet told = new BitSet();
        return entries.stream()
                .flatMap(entry -> entry.path().parent().stream())
                .flatMap(parent -> archive.archive().byPath().first(parent.text()).stream())
                .filter(parent -> parent.type() == FileType.REGULAR && !told.get(parent.index()))
                .map(parent -> {
                    told.set(parent.index());
                    return clash(archive, parent, "'%s' is a file and a folder at once");
                });
    }

    /** What hits a program stops the function; whether the rest matters depends on the function. */
    private Finding clash(ArchiveUnderTest archive, ArchiveEntry entry, String what) {
        String name = entry.name().text();
        boolean started = archive.programs().stream()
                .anyMatch(program -> program.entry().path().equals(entry.path()));
        String message = what.formatted(SafeText.of(entry.path().text())) + "; which one Lambda keeps is unknown";
        return started ? error(name, message, FIX) : warning(name, message, FIX);
    }

    private static boolean differ(ArchiveEntry one, ArchiveEntry other) {
        return one.type() != other.type()
                || (one.type() != FileType.DIRECTORY
                        && (one.header().crc32() != other.header().crc32() || one.size() != other.size()));
    }
}
