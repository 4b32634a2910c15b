package io.github.lambdabootstrap.mojo.config;

import io.github.lambdabootstrap.model.Glob;
import io.github.lambdabootstrap.model.IncludeSpec;
import io.github.lambdabootstrap.problem.Problem;
import io.github.lambdabootstrap.problem.Problems;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** {@code <include>}: files that go into an archive beside the executable. */
public class IncludeConfig {

    /** One file. Give this or {@code directory}. */
    private File file;

    /** A folder whose files are taken. Give this or {@code file}. */
    private File directory;

    /** Ant-style patterns of what to take from the folder; everything when absent. */
    private List<String> includes;

    /** Ant-style patterns of what to leave out of the folder. */
    private List<String> excludes;

    /** Where in the archive: a folder when it ends in {@code /}, else the entry's name. The root when absent. */
    private String target;

    /** Forces mode 0755 or 0644; by default ELF files and scripts get 0755. */
    private Boolean executable;

    /**
     * The include as a specification.
     *
     * @param base the folder that relative paths start from
     * @param where the configuration's place, for messages
     */
    public Optional<IncludeSpec> toSpec(Path base, String where, Problems problems) {
        if ((file == null) == (directory == null)) {
            problems.add(Problem.input(
                            "an include names " + (file == null ? "no file" : "a file and a directory"),
                            "give <file> or <directory>, one of them")
                    .at(where));
            return Optional.empty();
        }
        Path source = base.resolve(Objects.requireNonNullElse(file, directory).toPath());
        return Optional.of(new IncludeSpec(
                source.toAbsolutePath().normalize(),
                directory != null,
                globs(includes),
                globs(excludes),
                Objects.requireNonNullElse(target, "").trim(),
                Optional.ofNullable(executable),
                where));
    }

    private static List<Glob> globs(List<String> patterns) {
        return Texts.trimmed(patterns).stream().map(Glob::new).toList();
    }
}
