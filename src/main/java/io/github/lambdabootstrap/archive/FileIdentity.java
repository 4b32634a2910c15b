package io.github.lambdabootstrap.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

/**
 * What changes when a file is changed or replaced.
 *
 * @param size bytes
 * @param lastModified as exact as the file system has it
 * @param key identifies the file in its file system; empty text where there is none, as on Windows
 */
record FileIdentity(long size, FileTime lastModified, String key) {

    static FileIdentity of(Path path) throws IOException {
        return of(Files.readAttributes(path, BasicFileAttributes.class));
    }

    static FileIdentity of(BasicFileAttributes attributes) {
        Object key = attributes.fileKey();
        return new FileIdentity(attributes.size(), attributes.lastModifiedTime(), key == null ? "" : key.toString());
    }
}
