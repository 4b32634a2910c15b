package io.github.lambdabootstrap.rules;

import io.github.lambdabootstrap.archive.EntryFault;
import io.github.lambdabootstrap.archive.UnreadableArchive;
import io.github.lambdabootstrap.problem.SafeText;
import java.util.ArrayList;
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

    private static final String AGAIN = "write or download it again";

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
            case TRUNCATED_ZIP, DAMAGED_ZIP, SPLIT_ZIP -> error("", zip(message), AGAIN);
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
        List<Finding> findings = new ArrayList<>();
        if (archive.archive().hasChanged()) {
            findings.add(error(
                    "",
                    "it changed while it was read, so nothing said of it is sure",
                    "let nothing write it while it is verified, and run again"));
        }
        archive.archive()
                .miscount()
                .map(what -> warning("", what + "; some readers refuse such a zip", AGAIN))
                .ifPresent(findings::add);
        if (archive.archive().disk() != 0) {
            findings.add(split(archive));
        }
        return findings;
    }

    /** Whether the other files are needed shows where the entries should be. */
    private Finding split(ArchiveUnderTest archive) {
        String what = "it says to be file " + (archive.archive().disk() + 1L) + " of a split zip";
        boolean part = archive.integrity().faults().stream()
                .anyMatch(fault -> fault.kind() == EntryFault.Kind.LOCAL_HEADER_MISSING);
        return part
                ? error("", zip(what + ", and entries are not in it"), "write the zip into one file")
                : warning("", what + ", although all entries are in it; some readers refuse such a zip", AGAIN);
    }
}
