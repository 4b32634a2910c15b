package io.github.lambdabootstrap.gate;

import io.github.lambdabootstrap.rules.Expectation;
import java.nio.file.Path;

/**
 * An archive that somebody wants judged.
 *
 * @param name what people call it: the function, or the file name without {@code .zip}
 * @param path absolute
 * @param expectation what it is meant for
 */
public record ArchiveRequest(String name, Path path, Expectation expectation) {

    public ArchiveRequest {
        if (!path.isAbsolute()) {
            throw new IllegalArgumentException("not absolute: " + path);
        }
    }

    /** The file name without {@code .zip}. */
    public static String nameOf(Path path) {
        String file = String.valueOf(path.getFileName());
        return file.endsWith(".zip") ? file.substring(0, file.length() - ".zip".length()) : file;
    }
}
