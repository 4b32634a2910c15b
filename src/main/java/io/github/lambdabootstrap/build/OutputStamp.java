package io.github.lambdabootstrap.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import java.util.Optional;

/**
 * A file before a call of {@code go build}. Go renews the time of an executable that needs no new link; a new one is a
 * new file. So the old time can be given back, and later steps see at once that nothing changed.
 *
 * @param key the file system's own identity of the file; empty where it has none
 */
record OutputStamp(Path file, Optional<Object> key, long size, FileTime modified) {

    /** The stamp of a file; empty when there is none. */
    static Optional<OutputStamp> of(Path file) throws IOException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return Optional.of(new OutputStamp(
                    file, Optional.ofNullable(attributes.fileKey()), attributes.size(), attributes.lastModifiedTime()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Gives the file its time back when it still is the same one. */
    void restoreTime() throws IOException {
        Optional<OutputStamp> now = of(file);
        if (now.isPresent() && key.isPresent() && Objects.equals(now.get().key, key) && now.get().size == size) {
            Files.setLastModifiedTime(file, modified);
        }
    }
}
