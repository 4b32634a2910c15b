package io.github.lambdabootstrap.rules;

import io.github.lambdabootstrap.archive.ArchiveEntry;
import io.github.lambdabootstrap.archive.EntryPath;
import io.github.lambdabootstrap.archive.FileType;
import io.github.lambdabootstrap.archive.NameFlaw;
import io.github.lambdabootstrap.problem.SafeText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Names mean the same to every unpacker, and no two entries claim one place. */
public final class EntryNamesRule implements Rule {

    private static final String FIX = "give each file one plain relative name with forward slashes";

    @Override
    public String id() {
        return "entry-names";
    }

    @Override
    public List<Finding> check(ArchiveUnderTest archive) {
        List<ArchiveEntry> entries = archive.archive().entries();
        List<Finding> findings = new ArrayList<>();
        for (ArchiveEntry entry : entries) {
            flawed(entry).ifPresent(findings::add);
        }
        findings.addAll(clashes(archive, entries));
        return findings;
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

    private List<Finding> clashes(ArchiveUnderTest archive, List<ArchiveEntry> entries) {
        Map<String, ArchiveEntry> byPath = new LinkedHashMap<>();
        Map<String, ArchiveEntry> byKey = new HashMap<>();
        List<Finding> findings = new ArrayList<>();
        for (ArchiveEntry entry : entries) {
            String path = entry.path().text();
            ArchiveEntry same = byPath.putIfAbsent(path, entry);
            ArchiveEntry twin = byKey.putIfAbsent(path.toLowerCase(Locale.ROOT), entry);
            if (same != null && differ(same, entry)) {
                findings.add(clash(archive, entry, "two entries of different content are called '%s'"));
            } else if (same == null && twin != null) {
                findings.add(warning(
                        entry.name().text(),
                        "'" + SafeText.of(path) + "' and '"
                                + SafeText.of(twin.path().text())
                                + "' differ in case alone; some tools keep one of them",
                        FIX));
            }
        }
        findings.addAll(filesThatAreFolders(archive, entries, byPath));
        return findings;
    }

    private List<Finding> filesThatAreFolders(
            ArchiveUnderTest archive, List<ArchiveEntry> entries, Map<String, ArchiveEntry> byPath) {
        return entries.stream()
                .flatMap(entry -> entry.path().parent().stream())
                .map(EntryPath::text)
                .distinct()
                .map(byPath::get)
                .filter(parent -> parent != null && parent.type() == FileType.REGULAR)
                .map(parent -> clash(archive, parent, "'%s' is a file and a folder at once"))
                .toList();
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
