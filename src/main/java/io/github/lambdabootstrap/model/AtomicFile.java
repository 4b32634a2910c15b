package io.github.lambdabootstrap.model;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.UUID;

/**
 * A file that is either old or new and never between: written beside its target, then moved over it.
 *
 * @param target the file that readers see
 */
public record AtomicFile(Path target) {

    /** Creates a file with the new content where it is told. */
    @FunctionalInterface
    public interface Content {
        void writeTo(Path temporary) throws IOException;
    }

    /** Replaces the target with what {@code content} writes; on any failure the target is as it was. */
    public void write(Content content) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        // not createTempFile: its 0600 would stay with the target, where the umask is the user's choice
        Path temporary = folder.resolve("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            content.writeTo(temporary);
            move(temporary);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Replaces the target unless it already holds exactly these bytes; says whether it wrote. */
    public boolean writeIfChanged(byte[] bytes) throws IOException {
        if (Files.isRegularFile(target)
                && Files.size(target) == bytes.length
                && Arrays.equals(Files.readAllBytes(target), bytes)) {
            return false;
        }
        write(temporary -> Files.write(temporary, bytes));
        return true;
    }

    /** {@link #writeIfChanged(byte[])} for UTF-8 text. */
    public boolean writeIfChanged(String text) throws IOException {
        return writeIfChanged(text.getBytes(StandardCharsets.UTF_8));
    }

    private void move(Path temporary) throws IOException {
        try {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            // some network file systems; the window is then as small as the system makes it
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
