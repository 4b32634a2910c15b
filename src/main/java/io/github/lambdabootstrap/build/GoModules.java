package io.github.lambdabootstrap.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the Go modules of a Maven module, and says which folders are looked at. Left out are vendored and downloaded
 * code, build output, what Go itself ignores, symbolic links, and folders that belong to another Maven module.
 *
 * @param directory absolute; where to look
 * @param output absolute; folders that the build writes
 */
public record GoModules(Path directory, Set<Path> output) {

    private static final String GO_MOD = "go.mod";
    private static final String GO_WORK = "go.work";
    private static final Set<String> FOREIGN = Set.of("vendor", "testdata", "node_modules", "cdk.out");

    private static final Pattern MODULE_PATH =
            Pattern.compile("(?m)^\\s*module\\s+[\"`]?([^\\s\"`(]+)|^\\s*module\\s*\\(\\s*[\"`]?([^\\s\"`)]+)");

    // `use ./a` and the lines of `use ( ... )`; other directives never begin with a path
    private static final Pattern USED =
            Pattern.compile("(?m)^\\s*(?:use\\s+)?[\"`]?((?:\\.{1,2}|/|[A-Za-z]:)[^\\s\"`()]*)[\"`]?\\s*(?://.*)?$");

    public GoModules {
        output = Set.copyOf(output);
    }

    /** The modules, in the order of their folders. */
    public List<GoModule> find() {
        Collection<Path> roots = new TreeSet<>(withGoMod());
        uses(directory).filter(this::isBelow).filter(GoModules::isModule).forEach(roots::add);
        if (!isModule(directory) && above(directory.getParent(), GO_MOD).isPresent()) {
            roots.add(directory);
        }
        return roots.stream().map(GoModules::module).toList();
    }

    /** Whether what lies in a folder is looked at at all. */
    public boolean covers(Path folder) {
        if (!folder.startsWith(directory)) {
            return false;
        }
        for (Path step = folder; !step.equals(directory); step = step.getParent()) {
            if (isForeign(step)) {
                return false;
            }
        }
        return true;
    }

    /** The module in force for a folder: the innermost that holds it. */
    public static Optional<GoModule> holding(Path folder) {
        return above(folder, GO_MOD).map(Path::getParent).map(GoModules::module);
    }

    private boolean isForeign(Path folder) {
        String name = folder.getFileName().toString();
        return FOREIGN.contains(name)
                || name.startsWith(".")
                || name.startsWith("_")
                || output.contains(folder)
                || Files.isSymbolicLink(folder)
                || Files.isRegularFile(folder.resolve("pom.xml"));
    }

    // go.work may name a folder that is left out otherwise, never one of another Maven module
    private boolean isBelow(Path folder) {
        if (!folder.startsWith(directory)) {
            return false;
        }
        return Stream.iterate(folder, step -> !step.equals(directory), Path::getParent)
                .noneMatch(step -> Files.isRegularFile(step.resolve("pom.xml")));
    }

    private List<Path> withGoMod() {
        List<Path> found = new ArrayList<>();
        try {
            Files.walkFileTree(directory, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    if (!folder.equals(directory) && isForeign(folder)) {
                        return FileVisitResult.SKIP_SUBTREE;
                    }
                    if (isModule(folder)) {
                        found.add(folder);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
                    // a folder that this user may not read holds none of their functions
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static boolean isModule(Path folder) {
        return Files.isRegularFile(folder.resolve(GO_MOD));
    }

    private static GoModule module(Path folder) {
        Path goMod = above(folder, GO_MOD).orElseThrow();
        boolean listed = above(folder, GO_WORK)
                .map(workspace -> uses(workspace.getParent()).anyMatch(goMod.getParent()::equals))
                .orElse(true);
        return new GoModule(folder, path(goMod), listed);
    }

    private static String path(Path goMod) {
        Matcher matcher = MODULE_PATH.matcher(text(goMod));
        if (!matcher.find()) {
            return "";
        }
        return matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
    }

    /** The folders that the workspace file in a folder names; none without one. */
    private static Stream<Path> uses(Path folder) {
        Path file = folder.resolve(GO_WORK);
        return Files.isRegularFile(file)
                ? USED.matcher(text(file))
                        .results()
                        .map(match -> folder.resolve(match.group(1)).normalize())
                : Stream.empty();
    }

    private static Optional<Path> above(Path folder, String file) {
        return Stream.iterate(folder, step -> step != null, Path::getParent)
                .map(step -> step.resolve(file))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
