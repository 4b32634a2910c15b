package io.github.lambdabootstrap.build;

import io.github.lambdabootstrap.model.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Names, sizes and times of every file that Go may read below a folder, as one digest. What Go leaves out is in it all
 * the same, because a package may embed it.
 *
 * @param digest equal while no file is added, removed or written
 * @param reliable whether equal digests prove equal files: nothing was written just now, and nothing that Go reads lies
 *     elsewhere
 */
record SourceStamp(Sha256 digest, boolean reliable) {

    // a second write within the tick of the file system's clock leaves the same time; Go waits this long too
    private static final Duration CLOCK_TICK = Duration.ofSeconds(2);

    // Go embeds nothing of these
    private static final Set<String> REPOSITORIES = Set.of(".git", ".hg", ".svn", ".bzr");
    private static final Set<String> MODULE_FILES = Set.of("go.mod", "go.work");

    private static final Pattern COMMENT = Pattern.compile("//.*");
    private static final Pattern SEPARATOR = Pattern.compile("[\\s\"`'()]+");
    private static final Pattern PATH = Pattern.compile("\\.{1,2}|\\.{1,2}[/\\\\].*|/.*|[A-Za-z]:.*");

    /** The stamp of a folder, without what the build writes there. */
    static SourceStamp of(Path directory, Set<Path> output) throws IOException {
        Walk walk = new Walk(directory, output);
        Files.walkFileTree(directory, walk);
        for (Path above = directory.getParent(); above != null; above = above.getParent()) {
            walk.closed &= !Files.exists(above.resolve("go.work"));
        }
        boolean settled = walk.newest.isBefore(walk.begun.minus(CLOCK_TICK));
        String text = String.join(
                "\n",
                walk.files.entrySet().stream()
                        .map(file -> file.getKey() + "\0" + file.getValue())
                        .toList());
        return new SourceStamp(Sha256.of(text.getBytes(StandardCharsets.UTF_8)), settled && walk.closed);
    }

    private static final class Walk extends SimpleFileVisitor<Path> {

        private final Instant begun = Instant.now();
        private final TreeMap<String, String> files = new TreeMap<>();
        private final Path directory;
        private final Set<Path> output;
        private Instant newest = Instant.MIN;
        private boolean closed = true;

        Walk(Path directory, Set<Path> output) {
            this.directory = directory;
            this.output = output;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
            if (REPOSITORIES.contains(folder.getFileName().toString())) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            if (output.contains(folder)) {
                closed &= !embedsAbove(folder);
                return FileVisitResult.SKIP_SUBTREE;
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            BasicFileAttributes seen = attributes;
            if (attributes.isSymbolicLink()) {
                if (!Files.exists(file)) {
                    files.put(file.toString(), "leads nowhere"); // an editor's lock, for example
                    return FileVisitResult.CONTINUE;
                }
                // Go reads what a link leads to; a folder there would need a walk of its own
                seen = Files.readAttributes(file, BasicFileAttributes.class);
                closed &= seen.isRegularFile();
            }
            Instant modified = seen.lastModifiedTime().toInstant();
            newest = modified.isAfter(newest) ? modified : newest;
            files.put(file.toString(), seen.size() + " " + modified.getEpochSecond() + "." + modified.getNano());
            if (MODULE_FILES.contains(file.getFileName().toString())) {
                closed &= staysInside(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
            closed = false;
            return FileVisitResult.CONTINUE;
        }

        // `replace x => ../y` and `use ../y` take in what is not looked at here
        private boolean staysInside(Path file) throws IOException {
            String text = COMMENT.matcher(Files.readString(file)).replaceAll("");
            return Stream.of(SEPARATOR.split(text, -1))
                    .filter(word -> PATH.matcher(word).matches())
                    .map(word -> file.resolveSibling(word).normalize())
                    .allMatch(path -> path.startsWith(directory)
                            && output.stream().noneMatch(path::startsWith)
                            && Stream.of(path.toString().split("[/\\\\]", -1)).noneMatch(REPOSITORIES::contains));
        }

        // a package may embed what lies below it, build output too
        private boolean embedsAbove(Path folder) throws IOException {
            for (Path above = folder.getParent(); above.startsWith(directory); above = above.getParent()) {
                try (Stream<Path> sources = Files.list(above)) {
                    for (Path source : sources.filter(
                                    file -> file.toString().endsWith(".go") && Files.isRegularFile(file))
                            .toList()) {
                        if (new String(Files.readAllBytes(source), StandardCharsets.ISO_8859_1)
                                .contains("//go:embed")) {
                            return true;
                        }
                    }
                }
            }
            return false;
        }
    }
}
