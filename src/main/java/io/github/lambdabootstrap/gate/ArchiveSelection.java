package io.github.lambdabootstrap.gate;

import io.github.lambdabootstrap.model.Glob;
import io.github.lambdabootstrap.problem.SafeText;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The files that a list of paths means: a file is itself, a folder its {@code *.zip} files, a pattern what it matches.
 *
 * @param files absolute, in the order of the list, those of one folder or pattern by name, each once
 * @param problems a path that means nothing, or cannot be looked into
 */
public record ArchiveSelection(List<Path> files, List<PathProblem> problems) {

    private static final String IN_FOLDER = "*.zip";

    public ArchiveSelection {
        files = List.copyOf(files);
        problems = List.copyOf(problems);
    }

    /**
     * Looks the paths up on disk.
     *
     * @param paths trimmed and not empty
     * @param base the folder that relative paths start from
     */
    public static ArchiveSelection of(List<String> paths, Path base) {
        Set<Path> files = new LinkedHashSet<>();
        List<PathProblem> problems = new ArrayList<>();
        for (String text : paths) {
            try {
                files.addAll(find(text, base, problems));
            } catch (InvalidPathException e) {
                problems.add(nothing(text, "'" + SafeText.of(text) + "' is not a path: " + e.getReason()));
            }
        }
        return new ArchiveSelection(List.copyOf(files), problems);
    }

    private static List<Path> find(String text, Path base, List<PathProblem> problems) {
        String slashed = text.replace('\\', '/');
        boolean pattern = new Glob(slashed).hasWildcard() && !exists(text, base);
        Path path = base.resolve(pattern ? fixedPart(slashed) : text).normalize();
        if (pattern) {
            return matches(path, slashed.substring(fixedPart(slashed).length()), text, problems);
        }
        if (Files.isDirectory(path)) {
            return matches(path, IN_FOLDER, text, problems);
        }
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return List.of(path);
        }
        problems.add(nothing(text, "'" + SafeText.of(text) + "' does not exist"));
        return List.of();
    }

    /** A file may be called {@code a?.zip}; such a name on disk wins over its meaning as a pattern. */
    private static boolean exists(String text, Path base) {
        try {
            return Files.exists(base.resolve(text), LinkOption.NOFOLLOW_LINKS);
        } catch (InvalidPathException e) {
            return false; // Windows has no such names
        }
    }

    /** Up to and with the last slash before the first wildcard. */
    private static String fixedPart(String pattern) {
        int wildcard = 0;
        while (pattern.charAt(wildcard) != '*' && pattern.charAt(wildcard) != '?') {
            wildcard++;
        }
        return pattern.substring(0, pattern.lastIndexOf('/', wildcard) + 1);
    }

    private static List<Path> matches(Path folder, String pattern, String text, List<PathProblem> problems) {
        Walk walk = new Walk(folder, new Glob(pattern), text, problems);
        int depth = pattern.contains("**") ? Integer.MAX_VALUE : pattern.split("/", -1).length;
        try {
            // a start that is a symbolic link would be visited as a file
            Files.walkFileTree(folder.toRealPath(), Set.of(), depth, walk);
        } catch (NoSuchFileException e) {
            walk.found.clear();
        } catch (IOException e) {
            problems.add(unreadable(text, folder, e));
        }
        if (walk.found.isEmpty()) {
            boolean named = !new Glob(text).hasWildcard();
            String hint = named ? ": the folder has no *.zip directly in it" : "";
            problems.add(nothing(text, "no file matches '" + SafeText.of(text) + "'" + hint));
        }
        return walk.found.stream().sorted().toList();
    }

    private static PathProblem nothing(String text, String message) {
        return new PathProblem(
                text,
                message,
                "name an existing zip file, a folder with *.zip files in it, or a pattern such as dist/**/*.zip");
    }

    private static PathProblem unreadable(String text, Path place, IOException cause) {
        return new PathProblem(
                text,
                "'" + SafeText.of(place.toString()) + "' cannot be read ("
                        + cause.getClass().getSimpleName() + ")",
                "let this user read it, or leave it out of lambda.archives");
    }

    /** Collects what matches below a folder, and goes on where a folder cannot be read. */
    private static final class Walk extends SimpleFileVisitor<Path> {
        private final Path folder;
        private final Glob glob;
        private final String text;
        private final List<PathProblem> problems;
        private final List<Path> found = new ArrayList<>();
        private Path start;

        Walk(Path folder, Glob glob, String text, List<PathProblem> problems) {
            this.folder = folder;
            this.glob = glob;
            this.text = text;
            this.problems = problems;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            start = start == null ? directory : start;
            take(directory);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            take(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            problems.add(unreadable(text, file, e));
            return FileVisitResult.CONTINUE;
        }

        private void take(Path path) {
            String relative = start.relativize(path)
                    .toString()
                    .replace(path.getFileSystem().getSeparator(), "/");
            if (!relative.isEmpty() && glob.matches(relative)) {
                found.add(folder.resolve(relative));
            }
        }
    }
}
