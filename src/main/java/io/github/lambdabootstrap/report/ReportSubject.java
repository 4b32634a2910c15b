package io.github.lambdabootstrap.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a report is about, as far as its archives do not tell.
 *
 * @param title how people call it: the project's name, or the folder's
 * @param version of the plugin that judged
 * @param folder that the run was about: the module's, or where Maven was started; absolute
 * @param root folder that locations are relative to: the repository's; absolute
 * @param poms the poms that configure what was judged; none when the archives were only named
 */
public record ReportSubject(String title, String version, Path folder, Path root, List<Path> poms) {

    public ReportSubject {
        poms = List.copyOf(poms);
    }

    /** The folder's repository, by its {@code .git}; {@code otherwise} when there is none above it. */
    public static Path rootOf(Path folder, Path otherwise) {
        return Stream.iterate(folder, above -> above != null, Path::getParent)
                .filter(above -> Files.exists(above.resolve(".git")))
                .findFirst()
                .orElse(otherwise);
    }

    /** The path as a reader at the root would write it, with slashes; absolute when it is elsewhere. */
    String shown(Path path) {
        Path normal = path.normalize();
        Path shown = normal.startsWith(root) ? root.relativize(normal) : normal;
        return shown.toString().replace(shown.getFileSystem().getSeparator(), "/");
    }
}
