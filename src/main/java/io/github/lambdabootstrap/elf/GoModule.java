package io.github.lambdabootstrap.elf;

/**
 * A Go module that went into a program, with what a {@code replace} made of it.
 *
 * @param path the module's path as it is required, for example {@code github.com/aws/aws-lambda-go}
 * @param version the version that is required, {@code (devel)} or empty for a working copy
 * @param effectivePath the path of the code that was compiled: the same, or the replacement's module or folder
 * @param effectiveVersion the version of the code that was compiled
 */
public record GoModule(String path, String version, String effectivePath, String effectiveVersion) {

    static GoModule of(String path, String version) {
        return new GoModule(path, version, path, version);
    }

    GoModule replacedBy(String otherPath, String otherVersion) {
        return new GoModule(path, version, otherPath, otherVersion);
    }

    /** Whether other code than the required was compiled. */
    public boolean isReplaced() {
        return !path.equals(effectivePath) || !version.equals(effectiveVersion);
    }
}
