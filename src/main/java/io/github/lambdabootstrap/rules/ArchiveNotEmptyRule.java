package io.github.lambdabootstrap.rules;

import io.github.lambdabootstrap.archive.FileType;
import java.util.List;

/** The archive holds at least one file. */
public final class ArchiveNotEmptyRule implements Rule {

    @Override
    public String id() {
        return "archive-not-empty";
    }

    @Override
    public List<Finding> check(ArchiveUnderTest archive) {
        if (archive.archive().entries().stream().anyMatch(entry -> entry.type() != FileType.DIRECTORY)) {
            return List.of();
        }
        return List.of(error(
                "",
                "it is a zip without a file in it; Lambda says: " + LambdaSays.NON_EMPTY_ZIP,
                "look for the build step before it that failed to write the executable"));
    }
}
