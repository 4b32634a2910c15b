package io.github.lambdabootstrap.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Where the bytes of a planned entry are. Equal sources have equal bytes. */
public sealed interface EntrySource {

    /** The bytes, from the start. */
    InputStream open() throws IOException;

    /** Number of bytes. */
    long size() throws IOException;

    /** For messages: a path, or what stands in for one. */
    @Override
    String toString();

    /**
     * A file of the project.
     *
     * @param path a regular file, not a symbolic link
     */
    record DiskFile(Path path) implements EntrySource {

        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(path);
        }

        @Override
        public long size() throws IOException {
            return Files.size(path);
        }

        @Override
        public String toString() {
            return path.toString();
        }
    }

    /** Bytes that the plugin itself brings along. */
    final class OwnBytes implements EntrySource {

        private final byte[] bytes;

        /** Takes a copy. */
        public OwnBytes(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof OwnBytes own && Arrays.equals(bytes, own.bytes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes);
        }

        @Override
        public String toString() {
            return bytes.length + " bytes of the plugin";
        }
    }
}
