package io.github.lambdabootstrap.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Files that go into an archive beside the executable.
 *
 * @param source absolute path of a file, or of a directory that the patterns choose from
 * @param directory whether the configuration named it as a directory
 * @param includes what to take from a directory, relative paths; empty means everything
 * @param excludes what to leave out of a directory
 * @param target where in the archive: a folder when it ends in {@code /} or is empty, else the entry's own name
 * @param executable forces mode 0755 or 0644; empty lets the first bytes decide
 * @param where the configuration's place, for messages
 */
public record IncludeSpec(
        Path source,
        boolean directory,
        List<Glob> includes,
        List<Glob> excludes,
        String target,
        Optional<Boolean> executable,
        String where) {

    public IncludeSpec {
        includes = List.copyOf(includes);
        excludes = List.copyOf(excludes);
    }
}
