package io.github.lambdabootstrap.archive;

import io.github.lambdabootstrap.model.Glob;
import io.github.lambdabootstrap.model.IncludeSpec;
import io.github.lambdabootstrap.problem.Problem;
import io.github.lambdabootstrap.problem.Problems;
import io.github.lambdabootstrap.problem.SafeText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the files that an include names, and says what is wrong with it. Symbolic links are followed: an archive holds
 * files alone.
 *
 * @param project the folders that make up the project, real paths; a link may end in one of them
 * @param output where the plugin writes; an include of a folder around it takes nothing from it
 * @param linksMayLeave whether a link may end outside of the project
 */
public record IncludeReader(List<Path> project, Path output, boolean linksMayLeave) {

    public IncludeReader {
        project = List.copyOf(project);
    }

    /** The files of one include. */
    List<IncludedFile> read(IncludeSpec spec, Problems problems) {
        String shown = quoted(spec.source());
        if (!Files.exists(spec.source())) {
            problems.add(fault(
                    spec,
                    "the include " + shown + " does not exist",
                    "create it before the package phase, or correct its path"));
            return List.of();
        }
        if (Files.isDirectory(spec.source()) != spec.directory()) {
            problems.add(
                    spec.directory()
                            ? fault(spec, "the include " + shown + " is no directory", "name it with <file>")
                            : fault(spec, "the include " + shown + " is a directory", "name it with <directory>"));
            return List.of();
        }
        try {
            return spec.directory() ? folder(spec, problems) : file(spec, problems);
        } catch (IOException | UncheckedIOException e) {
            problems.add(fault(
                    spec,
                    "the include " + shown + " cannot be read: " + SafeText.of(String.valueOf(e.getMessage())),
                    "make it readable for the user that runs Maven, and remove links that form a loop"));
            return List.of();
        }
    }

    private List<IncludedFile> file(IncludeSpec spec, Problems problems) throws IOException {
        String target = spec.target();
        if (target.isEmpty() || target.endsWith("/")) {
            Optional<String> name = name(spec, spec.source().getParent(), spec.source(), problems);
            if (name.isEmpty()) {
                return List.of();
            }
            target += name.get();
        }
        return entry(spec, target, spec.source(), problems).stream().toList();
    }

    private List<IncludedFile> folder(IncludeSpec spec, Problems problems) throws IOException {
        String target = spec.target().isEmpty() || spec.target().endsWith("/") ? spec.target() : spec.target() + "/";
        List<IncludedFile> files = new ArrayList<>();
        boolean nothing = true;
        for (Path file : below(spec.source())) {
            Optional<String> name = name(spec, spec.source(), file, problems);
            if (name.isPresent() && chosen(spec, name.get())) {
                nothing = false;
                entry(spec, target + name.get(), file, problems).ifPresent(files::add);
            }
        }
        if (nothing) {
            problems.add(fault(
                    spec,
                    "the include of " + quoted(spec.source()) + " takes no file",
                    "correct its <includes> and <excludes>, or remove it"));
        }
        return files;
    }

    private List<Path> below(Path folder) throws IOException {
        boolean aroundOutput = output.startsWith(folder) && !output.equals(folder);
        try (Stream<Path> files = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            return files.filter(file -> !Files.isDirectory(file))
                    .filter(file -> !aroundOutput || !file.startsWith(output))
                    .sorted()
                    .toList();
        }
    }

    private static boolean chosen(IncludeSpec spec, String name) {
        return (spec.includes().isEmpty() || matches(spec.includes(), name)) && !matches(spec.excludes(), name);
    }

    private static boolean matches(List<Glob> globs, String name) {
        return globs.stream().anyMatch(glob -> glob.matches(name));
    }

    private static Optional<String> name(IncludeSpec spec, Path folder, Path file, Problems problems) {
        Optional<String> name = EntryNames.below(folder, file);
        if (name.isEmpty()) {
            problems.add(fault(spec, "the name of the file " + quoted(file) + " is not UTF-8", "rename the file"));
        }
        return name;
    }

    private Optional<IncludedFile> entry(IncludeSpec spec, String target, Path file, Problems problems)
            throws IOException {
        Optional<EntryPath> path = path(spec, target, problems);
        Optional<Path> real = real(spec, file, problems);
        if (path.isEmpty() || real.isEmpty()) {
            return Optional.empty();
        }
        boolean executable = spec.executable().isPresent() ? spec.executable().get() : FileMagic.isProgram(real.get());
        return Optional.of(new IncludedFile(path.get(), real.get(), executable, spec));
    }

    private static Optional<EntryPath> path(IncludeSpec spec, String target, Problems problems) {
        if (isInside(target)) {
            return Optional.of(EntryPath.of(target));
        }
        problems.add(fault(
                        spec,
                        "the include target '" + SafeText.of(target) + "' is no path inside the archive",
                        "give a relative path with forward slashes and without . or .., such as config/app.json")
                .because("Lambda unpacks the archive into /var/task and has no place for it elsewhere"));
        return Optional.empty();
    }

    private static boolean isInside(String target) {
        return Stream.of(target.split("/", -1))
                .noneMatch(part -> part.isEmpty()
                        || part.equals(".")
                        || part.equals("..")
                        || part.indexOf('\\') >= 0
                        || part.indexOf('\0') >= 0);
    }

    private Optional<Path> real(IncludeSpec spec, Path file, Problems problems) throws IOException {
        String shown = "the include " + quoted(file);
        if (!Files.exists(file)) {
            problems.add(fault(
                    spec, shown + " is a symbolic link to nothing", "restore what it points to, or exclude the link"));
            return Optional.empty();
        }
        Path real = file.toRealPath();
        if (!Files.isRegularFile(real)) {
            problems.add(fault(spec, shown + " is no regular file", "exclude it"));
            return Optional.empty();
        }
        if (!linksMayLeave && leavesTheProject(spec.source(), real)) {
            problems.add(fault(
                    spec,
                    shown + " is a symbolic link that ends outside of the project, at " + quoted(real),
                    "copy the file into the project, or allow such links with -Dlambda.linksMayLeaveProject=true"));
            return Optional.empty();
        }
        return Optional.of(real);
    }

    /** What the pom itself names outside of the project is wanted from there; links inside it may not lead further. */
    private boolean leavesTheProject(Path named, Path real) throws IOException {
        Path place = named.getParent().toRealPath();
        boolean namedOutside = project.stream().noneMatch(place::startsWith);
        return project.stream().noneMatch(real::startsWith) && !(namedOutside && real.startsWith(named.toRealPath()));
    }

    private static Problem fault(IncludeSpec spec, String what, String fix) {
        return Problem.input(what, fix).at(spec.where());
    }

    private static String quoted(Path path) {
        return "'" + SafeText.of(path.toString()) + "'";
    }
}
