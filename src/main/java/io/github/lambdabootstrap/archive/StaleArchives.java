package io.github.lambdabootstrap.archive;

import io.github.lambdabootstrap.log.PackagingLog;
import io.github.lambdabootstrap.model.PackagedArchive;
import io.github.lambdabootstrap.model.Sha256;
import io.github.lambdabootstrap.problem.Problem;
import io.github.lambdabootstrap.problem.ProblemException;
import io.github.lambdabootstrap.problem.SafeText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/**
 * Deletes archives that an earlier run wrote and the configuration no longer has; never a file that the plugin did not
 * write.
 *
 * @param folder where the plugin writes archives, absolute
 * @param log hears what became of each
 */
public record StaleArchives(Path folder, PackagingLog log) {

    /** Deletes those that are still what they were when they were written. */
    public void delete(List<PackagedArchive> archives) {
        for (PackagedArchive archive : archives) {
            Path file = archive.file();
            // an inventory is a file that anybody can edit: it must not point the plugin at anything else
            if (folder.equals(file.getParent()) && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                delete(archive);
            }
        }
    }

    private void delete(PackagedArchive archive) {
        try {
            if (Sha256.of(archive.file()).equals(archive.sha256())) {
                Files.delete(archive.file());
                log.deleted(archive.file());
            } else {
                log.leftAlone(archive.file());
            }
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.environment(
                                    "an archive that no function is packaged to any more cannot be deleted: "
                                            + SafeText.of(String.valueOf(e.getMessage())),
                                    "delete it by hand")
                            .at(SafeText.of(archive.file().toString())),
                    e);
        }
    }
}
