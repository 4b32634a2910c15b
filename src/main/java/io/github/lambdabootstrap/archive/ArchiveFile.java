package io.github.lambdabootstrap.archive;

import java.nio.file.Path;

/** A file that was looked at as a function's archive: a zip whose directory could be read, or what it is instead. */
public sealed interface ArchiveFile extends AutoCloseable permits LambdaArchive, UnreadableArchive {

    /** The file, as it was asked for. */
    Path path();

    @Override
    void close();
}
