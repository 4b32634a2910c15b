package io.github.lambdabootstrap.archive;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** Reads the names of files as UTF-8, whatever the locale: a path's own text depends on it. */
final class EntryNames {

    private EntryNames() {}

    /**
     * The path of a file below a folder, with slashes; empty when its bytes are not UTF-8.
     *
     * @param folder absolute
     * @param file absolute, below the folder
     */
    static Optional<String> below(Path folder, Path file) {
        // a URI holds the bytes of a name as the file system has them
        String whole = file.toUri().getRawPath();
        String start = folder.toUri().getRawPath();
        int length = start.endsWith("/") ? start.length() : start.length() + 1;
        return decoded(whole.substring(length));
    }

    private static Optional<String> decoded(String escaped) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int i = 0;
        while (i < escaped.length()) {
            if (escaped.charAt(i) == '%') {
                bytes.write(Integer.parseInt(escaped.substring(i + 1, i + 3), 16));
                i += 3;
            } else {
                int end = escaped.indexOf('%', i);
                String plain = escaped.substring(i, end < 0 ? escaped.length() : end);
                bytes.writeBytes(plain.getBytes(StandardCharsets.UTF_8));
                i += plain.length();
            }
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
