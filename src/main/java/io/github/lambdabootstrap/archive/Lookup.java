package io.github.lambdabootstrap.archive;

import java.util.List;
import java.util.Optional;

/**
 * Where a path leads on Lambda, where the archive is unpacked to {@code /var/task} and symbolic links are followed.
 *
 * <p>Each outcome has the symbolic links that were followed, in order, and the directory entries that were passed
 * through: their modes matter. Directories without an entry of their own are made by the unpacker and are open.
 */
public sealed interface Lookup {

    /** The way from the path to the outcome. */
    record Way(List<ArchiveEntry> links, List<ArchiveEntry> directories) {
        public Way {
            links = List.copyOf(links);
            directories = List.copyOf(directories);
        }
    }

    Way way();

    /** An entry that is neither a directory nor a symbolic link. */
    record Resolved(ArchiveEntry entry, Way way) implements Lookup {}

    /** A directory; it has no entry when only other entries' names imply it. */
    record Directory(EntryPath path, Optional<ArchiveEntry> entry, Way way) implements Lookup {}

    /** Nothing is there; with links on the way, the last one dangles. */
    record Absent(EntryPath path, Way way) implements Lookup {}

    /** More links than Linux follows (40). */
    record Loop(Way way) implements Lookup {}

    /** A name on the way is not a directory but must be one. */
    record NotADirectory(ArchiveEntry entry, Way way) implements Lookup {}

    /** The content of a link cannot be read, or is no path. */
    record UnreadableLink(ArchiveEntry entry, Way way) implements Lookup {}

    /** A path that a layer may have: {@code path} is below {@code /opt}. */
    record Layer(EntryPath path, Way way) implements Lookup {}

    /** A path of the system, neither below {@code /var/task} nor below {@code /opt}: unknown. */
    record LeavesArchive(String path, Way way) implements Lookup {}
}
