package io.github.lambdabootstrap.rules;

import io.github.lambdabootstrap.archive.UnreadableArchive;
import io.github.lambdabootstrap.problem.SafeText;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The file is a zip, and stays the same while it is judged. */
public final class ArchiveReadableRule implements Rule {

    /** Kinds whose name does not say all. */
    private static final Set<UnreadableArchive.Kind> TELLING = EnumSet.of(
            UnreadableArchive.Kind.UNREADABLE,
            UnreadableArchive.Kind.TRUNCATED_ZIP,
            UnreadableArchive.Kind.DAMAGED_ZIP,
            UnreadableArchive.Kind.SPLIT_ZIP,
            UnreadableArchive.Kind.OVERSIZED_ZIP,
            UnreadableArchive.Kind.UNKNOWN);

    @Override
    public String id() {
        return "archive-readable";
    }

    /** What is wrong with a file that no other rule can look into. */
    public Finding unreadable(UnreadableArchive file) {
        String detail = TELLING.contains(file.kind()) ? " (" + SafeText.of(file.detail()) + ")" : "";
        String message = "it is " + file.kind().description() + detail;
        return switch (file.kind()) {
            case MISSING -> error("", message, "make it with lambda-bootstrap:package, or correct the path");
            case DIRECTORY, NOT_A_FILE -> error("", message, "name a zip file");
            case UNREADABLE -> error("", message, "let the user who runs Maven read it");
            case OVERSIZED_ZIP -> error("", message, "put fewer files into it");
            case GIT_LFS_POINTER -> error("", zip(message), "fetch the file itself with git lfs pull");
            case BASE64_ZIP -> error("", zip(message), "decode it");
            case TRUNCATED_ZIP, DAMAGED_ZIP, SPLIT_ZIP -> error("", zip(message), "write or download it again");
            default -> error("", zip(message), "zip its content: let lambda-bootstrap:package write the archive");
        };
    }

    /** A layer that cannot be looked into. */
    public Finding unreadableLayer(UnreadableArchive layer) {
        return error(
                "",
                "its layer '" + SafeText.of(String.valueOf(layer.path().getFileName())) + "' is "
                        + layer.kind().description(),
                "name the zip or the ARN of a layer (lambda.layers)");
    }

    private static String zip(String message) {
        return message + "; Lambda says: " + LambdaSays.COULD_NOT_UNZIP;
    }

    @Override
    public List<Finding> check(ArchiveUnderTest archive) {
        return archive.archive().hasChanged()
                ? List.of(error(
                        "",
                        "it changed while it was read, so nothing said of it is sure",
                        "let nothing write it while it is verified, and run again"))
                : List.of();
    }
}
