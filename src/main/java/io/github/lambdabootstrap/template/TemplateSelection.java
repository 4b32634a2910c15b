package io.github.lambdabootstrap.template;

import io.github.lambdabootstrap.model.Glob;
import io.github.lambdabootstrap.problem.Problem;
import io.github.lambdabootstrap.problem.SafeText;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The files that a list of paths means: a file is itself, a folder what can be a template below it, a pattern what it
 * matches.
 *
 * @param files absolute and sorted, each once
 * @param links those that are reached through a symbolic link, whose target somebody else may own
 * @param named those of both that a path names, and does not only find
 * @param problems paths that mean nothing
 */
public record TemplateSelection(List<Path> files, List<Path> links, Set<Path> named, List<Problem> problems) {

    private static final List<String> NAMES = List.of(
            "*.yaml",
            "*.yml",
            "*.json",
            "*.template",
            "*.tf",
            "*.tfvars",
            "*.hcl",
            "*.j2",
            "*.tpl",
            "*.tmpl",
            "*.ts",
            "serverless.js",
            "*.py",
            "*.go",
            "*.java",
            "*.cs",
            "*.jsonnet",
            "*.libsonnet",
            "*.sh",
            "*.mk",
            "Makefile",
            "samconfig.toml");
    private static final Set<String> FOLDERS = Set.of("node_modules", "cdk.out", "target");

    public TemplateSelection {
        files = List.copyOf(files);
        links = List.copyOf(links);
        named = Set.copyOf(named);
        problems = List.copyOf(problems);
    }

    /**
     * Looks the paths up on disk.
     *
     * @param paths trimmed and not empty
     * @param base the folder that relative paths start from
     */
    public static TemplateSelection of(List<String> paths, Path base) {
        Search search = new Search(base);
        for (String text : paths) {
            try {
                search.find(text);
            } catch (InvalidPathException e) {
                search.nothing(text, "is not a path: " + e.getReason());
            } catch (IOException e) {
                search.nothing(text, "cannot be read (" + e.getClass().getSimpleName() + ")");
            }
        }
        return new TemplateSelection(
                List.copyOf(search.files), List.copyOf(search.links), search.named, search.problems);
    }

    /** What a path leads to, if there is something; on Windows a pattern is no path. */
    static Optional<Path> existing(String text, Path base) {
        try {
            return Optional.of(base.resolve(text).normalize()).filter(Files::exists);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** What is found while the paths are looked up. */
    private static final class Search {
        private final Path base;
        private final Set<Path> files = new TreeSet<>();
        private final Set<Path> links = new TreeSet<>();
        private final Set<Path> named = new TreeSet<>();
        private final List<Problem> problems = new ArrayList<>();

        Search(Path base) {
            this.base = base;
        }

        void find(String text) throws IOException {
            String slashed = text.replace('\\', '/');
            Glob glob = new Glob(slashed);
            int before = files.size() + links.size();
            if (glob.hasWildcard() && existing(text, base).isEmpty()) {
                int fixed = slashed.substring(0, firstWildcard(slashed)).lastIndexOf('/') + 1;
                Glob rest = new Glob(slashed.substring(fixed));
                walk(base.resolve(slashed.substring(0, fixed)).normalize(), rest::matches);
            } else if (Files.isDirectory(base.resolve(text))) {
                List<Glob> names =
                        NAMES.stream().map(name -> new Glob("**/" + name)).toList();
                walk(base.resolve(text).normalize(), path -> names.stream().anyMatch(name -> name.matches(path)));
                return; // a folder without templates is nothing to complain about
            } else if (Files.exists(base.resolve(text))) {
                named.add(base.resolve(text).normalize());
                take(base.resolve(text).normalize());
                return;
            }
            if (files.size() + links.size() == before) {
                nothing(text, glob.hasWildcard() ? "matches no file" : "does not exist");
            }
        }

        private static int firstWildcard(String pattern) {
            int i = 0;
            while (pattern.charAt(i) != '*' && pattern.charAt(i) != '?') {
                i++;
            }
            return i;
        }

        void nothing(String text, String why) {
            problems.add(Problem.input(
                            "'" + SafeText.of(text) + "' " + why,
                            "name an existing file, a folder, or a pattern such as stacks/**/*.yaml")
                    .at("-Dlambda.templates")
                    .docs("migrate.md#which-files"));
        }

        private void walk(Path folder, Predicate<String> wanted) throws IOException {
            if (!Files.isDirectory(folder)) {
                return;
            }
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                    String name = String.valueOf(directory.getFileName());
                    boolean passed = !directory.equals(folder) && (name.startsWith(".") || FOLDERS.contains(name));
                    return passed ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    String relative = folder.relativize(file)
                            .toString()
                            .replace(file.getFileSystem().getSeparator(), "/");
                    if (wanted.test(relative) && !Files.isDirectory(file) && !isHalfWritten(file)) {
                        take(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    nothing(file.toString(), "cannot be read (" + e.getClass().getSimpleName() + ")");
                    return FileVisitResult.CONTINUE;
                }
            });
        }

        /** What a run that was killed left beside a template. */
        private static boolean isHalfWritten(Path file) {
            String name = file.getFileName().toString();
            return name.startsWith(".") && name.endsWith(".tmp");
        }

        private void take(Path file) {
            (throughLink(file) ? links : files).add(file);
        }

        /** The folder that Maven started in may itself be behind a link; what counts is what the user walks into. */
        private boolean throughLink(Path file) {
            for (Path path = file; path != null && !path.equals(base); path = path.getParent()) {
                if (Files.isSymbolicLink(path)) {
                    return true;
                }
                if (!path.startsWith(base)) {
                    return false;
                }
            }
            return false;
        }
    }
}
