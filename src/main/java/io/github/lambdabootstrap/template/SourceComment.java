package io.github.lambdabootstrap.template;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What is a comment in a program, a script or a settings file, as far as one line shows it. */
final class SourceComment {

    private static final Set<String> SLASHES = Set.of(".ts", ".js", ".mjs", ".cjs", ".go", ".java", ".kt", ".cs");
    private static final Set<String> BOTH = Set.of(".jsonnet", ".libsonnet", ".tfvars", ".hcl");
    private static final Set<String> OTHER_PROGRAMS = Set.of(".py", ".jsonnet", ".libsonnet");

    /** At the line's start or behind a blank: within a word or a URL neither begins a comment. */
    private static final Pattern HASH = Pattern.compile("(?:^|\\s)#");

    private static final Pattern SLASH = Pattern.compile("(?:^|\\s)//|^\\s*/?\\*");

    private SourceComment() {}

    /** Whether the file is a program, and so the way to a template and none itself. */
    static boolean isProgram(Path path) {
        return hasEnding(path, SLASHES) || hasEnding(path, OTHER_PROGRAMS);
    }

    /** Whether what stands behind this beginning of a line is a comment. */
    static boolean isOpenAfter(String beginning, Path path) {
        boolean slashes = hasEnding(path, SLASHES) || hasEnding(path, BOTH);
        boolean hash = !hasEnding(path, SLASHES);
        return (slashes && SLASH.matcher(beginning).find())
                || (hash && HASH.matcher(beginning).find());
    }

    private static boolean hasEnding(Path path, Set<String> endings) {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        return endings.stream().anyMatch(name::endsWith);
    }
}
