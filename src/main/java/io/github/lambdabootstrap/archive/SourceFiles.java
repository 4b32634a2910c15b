package io.github.lambdabootstrap.archive;

import io.github.lambdabootstrap.model.Sha256;
import io.github.lambdabootstrap.model.Workers;
import io.github.lambdabootstrap.problem.Problem;
import io.github.lambdabootstrap.problem.ProblemException;
import io.github.lambdabootstrap.problem.SafeText;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is in the sources that a run packages: each is read for it once, however many archives hold it. */
final class SourceFiles {

    /** The content of one source. */
    record Content(Sha256 sha256, long size) {}

    private final Map<EntrySource, Content> known = new HashMap<>();

    /** Reads the sources that are new to it, on all cores. */
    void read(Collection<? extends EntrySource> sources, Workers workers) {
        List<EntrySource> unread = sources.stream()
                .filter(source -> !known.containsKey(source))
                .<EntrySource>map(source -> source)
                .distinct()
                .toList();
        List<Content> contents = workers.map(unread, SourceFiles::content);
        for (int i = 0; i < unread.size(); i++) {
            known.put(unread.get(i), contents.get(i));
        }
    }

    /** What {@link #read} saw. */
    Content of(EntrySource source) {
        Content content = known.get(source);
        if (content == null) {
            throw new IllegalArgumentException("not read: " + source);
        }
        return content;
    }

    private static Content content(EntrySource source) {
        try (InputStream in = source.open()) {
            return new Content(Sha256.of(in), source.size());
        } catch (IOException e) {
            throw unreadable(source, e);
        }
    }

    /** What to tell when a source cannot be read. */
    static ProblemException unreadable(EntrySource source, IOException cause) {
        return new ProblemException(
                Problem.environment(
                                "a file that goes into an archive cannot be read: "
                                        + SafeText.of(String.valueOf(cause.getMessage())),
                                "make it readable for the user that runs Maven, and let nothing change it meanwhile")
                        .at(SafeText.of(source.toString())),
                cause);
    }
}
