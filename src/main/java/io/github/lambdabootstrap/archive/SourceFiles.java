package io.github.lambdabootstrap.archive;

import io.github.lambdabootstrap.model.Sha256;
import io.github.lambdabootstrap.model.Workers;
import io.github.lambdabootstrap.problem.Problem;
import io.github.lambdabootstrap.problem.ProblemException;
import io.github.lambdabootstrap.problem.SafeText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is in the files that a run packages: each is read for it once, however many archives hold it. */
final class SourceFiles {

    /** The content of one file. */
    record Content(Sha256 sha256, long size) {}

    private final Map<Path, Content> known = new HashMap<>();

    /** Reads the files that are new to it, on all cores. */
    void read(Collection<Path> files, Workers workers) {
        List<Path> unread = files.stream()
                .filter(file -> !known.containsKey(file))
                .distinct()
                .toList();
        List<Content> contents = workers.map(unread, SourceFiles::content);
        for (int i = 0; i < unread.size(); i++) {
            known.put(unread.get(i), contents.get(i));
        }
    }

    /** What {@link #read} saw. */
    Content of(Path file) {
        Content content = known.get(file);
        if (content == null) {
            throw new IllegalArgumentException("not read: " + file);
        }
        return content;
    }

    private static Content content(Path file) {
        try {
            return new Content(Sha256.of(file), Files.size(file));
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.environment(
                                    "a file that goes into an archive cannot be read: "
                                            + SafeText.of(String.valueOf(e.getMessage())),
                                    "make it readable for the user that runs Maven")
                            .at(SafeText.of(file.toString())),
                    e);
        }
    }
}
