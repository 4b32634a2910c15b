package io.github.lambdabootstrap.archive;

import io.github.lambdabootstrap.model.IncludeSpec;

/**
 * A file that an include puts into an archive.
 *
 * @param entry what it will be there
 * @param spec the include, for messages
 */
record IncludedFile(PlannedEntry entry, IncludeSpec spec) {

    EntryPath path() {
        return entry.path();
    }
}
