package io.github.lambdabootstrap.archive;

import io.github.lambdabootstrap.model.IncludeSpec;
import java.nio.file.Path;

/**
 * A file that an include puts into an archive.
 *
 * @param path where in the archive
 * @param file a regular file, not a symbolic link
 * @param executable whether Lambda may start it
 * @param spec the include, for messages
 */
public record IncludedFile(EntryPath path, Path file, boolean executable, IncludeSpec spec) {

    /** What it will be in the archive. */
    public PlannedEntry entry() {
        return new PlannedEntry(path, file, executable);
    }
}
