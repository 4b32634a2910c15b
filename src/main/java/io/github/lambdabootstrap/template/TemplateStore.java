package io.github.lambdabootstrap.template;

import io.github.lambdabootstrap.model.AtomicFile;
import io.github.lambdabootstrap.problem.Problem;
import io.github.lambdabootstrap.problem.ProblemException;
import io.github.lambdabootstrap.problem.SafeText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Writes proven templates over the old ones: each whole or not at all, with the permissions that it had. */
public final class TemplateStore {

    private TemplateStore() {}

    /**
     * Writes the files in order.
     *
     * @param changed files that change
     * @throws ProblemException when one cannot be written, or is no longer what was read; says which are written
     */
    public static void write(List<FileOutcome> changed) {
        List<Path> written = new ArrayList<>();
        for (FileOutcome file : changed) {
            try {
                if (!Arrays.equals(
                        Files.readAllBytes(file.path()), bytes(file.content().before()))) {
                    throw ProblemException.of(problem("it was changed while it was read", file, changed, written));
                }
                write(file);
                written.add(file.path());
            } catch (IOException e) {
                throw new ProblemException(
                        problem(SafeText.of(String.valueOf(e.getMessage())), file, changed, written), e);
            }
        }
    }

    private static void write(FileOutcome file) throws IOException {
        new AtomicFile(file.path()).write(temporary -> {
            Files.write(temporary, bytes(file.content().after()));
            PosixFileAttributeView old = Files.getFileAttributeView(file.path(), PosixFileAttributeView.class);
            if (old != null) { // not on Windows
                Files.setPosixFilePermissions(temporary, old.readAttributes().permissions());
            }
        });
    }

    private static Problem problem(String why, FileOutcome file, List<FileOutcome> changed, List<Path> written) {
        List<Path> left = changed.stream()
                .map(FileOutcome::path)
                .filter(path -> !written.contains(path))
                .toList();
        return Problem.environment(
                        "a template cannot be written; written: " + names(written) + "; not written: " + names(left),
                        "make its folder writable, and run migrate again: what is written stays as it is")
                .at(SafeText.of(file.path().toString()))
                .because(why);
    }

    private static String names(List<Path> files) {
        return files.isEmpty()
                ? "none"
                : String.join(
                        ", ",
                        files.stream()
                                .map(path -> SafeText.of(path.getFileName().toString()))
                                .toList());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
