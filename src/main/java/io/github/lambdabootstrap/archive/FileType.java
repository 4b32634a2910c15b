package io.github.lambdabootstrap.archive;

/** What an entry becomes when the archive is unpacked. */
public enum FileType {
    REGULAR,
    DIRECTORY,
    SYMLINK,
    /** A device, a socket, a pipe. */
    OTHER
}
