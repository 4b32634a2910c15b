package io.github.lambdabootstrap.gate;

import io.github.lambdabootstrap.model.Glob;
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

    /** Whether a pattern means this archive: by its name, its path, or the end of its path from some folder on. */
    public boolean isCalled(Glob glob) {
        return glob.matches(name) || endsIn(path, glob);
    }

    /** Whether a pattern means a file by its path, or by the end of its path from some folder on. */
    static boolean endsIn(Path path, Glob glob) {
        String slashed = path.toString().replace(path.getFileSystem().getSeparator(), "/");
        return glob.matches(slashed) || new Glob("**/" + glob.pattern()).matches(slashed);
    }

    /** The same archive, meant for something else. */
    public ArchiveRequest with(Expectation other) {
        return new ArchiveRequest(name, path, other);
    }

    /** The file name without {@code .zip}. */
    public static String nameOf(Path path) {
        String file = String.valueOf(path.getFileName());
        return file.endsWith(".zip") ? file.substring(0, file.length() - ".zip".length()) : file;
    }
}
