package io.github.lambdabootstrap.build;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A {@code main} package as Go sees it.
 *
 * @param module the module that it was listed in
 * @param modulePath the path of the module that it belongs to
 * @param importPath its import path
 * @param directory absolute
 * @param compiles whether it has files to compile for the target, rather than tests alone
 * @param client how it comes to a Runtime API client
 * @param error what Go says is wrong with it
 */
public record MainPackage(
        GoModule module,
        String modulePath,
        String importPath,
        Path directory,
        boolean compiles,
        Client client,
        Optional<String> error) {

    /** How a program comes to a Runtime API client. */
    public enum Client {
        /** One of its own files imports it. */
        DIRECT,
        /** Another package that it uses imports it. */
        TRANSITIVE,
        /** Not at all. */
        NONE,
        /** Something that it uses does not load. */
        UNKNOWN
    }

    /**
     * The name that {@code go build} gives the executable in a folder: the last element of the import path, a major
     * version apart.
     */
    public String executableName() {
        String[] elements = importPath.split("/", -1);
        int last = elements.length - 1;
        boolean isVersion = last > 0 && elements[last].matches("v([2-9]|[1-9]\\d+)");
        return elements[isVersion ? last - 1 : last];
    }
}
