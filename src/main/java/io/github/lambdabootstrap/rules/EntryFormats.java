package io.github.lambdabootstrap.rules;

import io.github.lambdabootstrap.archive.ArchiveEntry;
import io.github.lambdabootstrap.elf.FileFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The formats of an archive's files, by their first bytes; of a file that cannot be read, nothing. */
public final class EntryFormats {

    private final List<ArchiveEntry> entries;
    // null where nothing is known: one of these for each entry, and nothing around it
    private final FileFormat[] formats;

    /** Formats of which none is known. */
    public EntryFormats(List<ArchiveEntry> entries) {
        this.entries = entries;
        this.formats = new FileFormat[entries.size()];
    }

    private EntryFormats(EntryFormats other) {
        this.entries = other.entries;
        this.formats = Arrays.copyOf(other.formats, other.formats.length);
    }

    EntryFormats copy() {
        return new EntryFormats(this);
    }

    /** Notes the format of an entry. */
    public void put(ArchiveEntry entry, FileFormat format) {
        formats[entry.index()] = format;
    }

    boolean hasAny(Set<FileFormat> wanted) {
        return numbers(wanted).findAny().isPresent();
    }

    /** The entries of these formats, in their order. */
    Stream<ArchiveEntry> entries(Set<FileFormat> wanted) {
        return numbers(wanted).mapToObj(entries::get);
    }

    private IntStream numbers(Set<FileFormat> wanted) {
        return IntStream.range(0, formats.length).filter(i -> formats[i] != null && wanted.contains(formats[i]));
    }
}
