package io.github.lambdabootstrap.archive;

import io.github.lambdabootstrap.archive.UnreadableArchive.Kind;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;

/** Tells a zip from everything else that a path can lead to. */
final class ArchiveOpening {

    private ArchiveOpening() {}

    static ArchiveFile open(Path path) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            if (attributes.isDirectory()) {
                return new UnreadableArchive(path, Kind.DIRECTORY, "it is a directory");
            }
            // opening a pipe would wait for someone to write into it
            if (!attributes.isRegularFile()) {
                return new UnreadableArchive(path, Kind.NOT_A_FILE, "it is a device, a pipe or a socket");
            }
            if (attributes.size() == 0) {
                return new UnreadableArchive(path, Kind.EMPTY, "it has 0 bytes");
            }
            return openFile(path, FileIdentity.of(attributes));
        } catch (NoSuchFileException e) {
            return new UnreadableArchive(path, Kind.MISSING, "there is no such file");
        } catch (AccessDeniedException e) {
            return new UnreadableArchive(path, Kind.UNREADABLE, "permission denied");
        } catch (IOException e) {
            return new UnreadableArchive(path, Kind.UNREADABLE, String.valueOf(e.getMessage()));
        }
    }

    private static ArchiveFile openFile(Path path, FileIdentity identity) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        try {
            return LambdaArchive.read(path, identity, channel);
        } catch (ZipFormatException e) {
            try (channel) {
                return explained(path, new ChannelBytes(channel, identity.size()), e);
            }
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private static UnreadableArchive explained(Path path, ChannelBytes file, ZipFormatException reason)
            throws IOException {
        FileSignature signature = FileSignature.of(new ByteWindow(file));
        // bytes that look like an end record by chance do not make a zip of a program
        boolean isZip = signature.isZip() || signature.kind() == Kind.UNKNOWN;
        if (isZip && reason.kind() != Kind.UNKNOWN) {
            return new UnreadableArchive(path, reason.kind(), reason.getMessage());
        }
        return new UnreadableArchive(
                path, signature.kind(), signature.isZip() ? reason.getMessage() : signature.detail());
    }
}
