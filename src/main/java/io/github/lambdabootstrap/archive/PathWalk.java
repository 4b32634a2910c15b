package io.github.lambdabootstrap.archive;

import io.github.lambdabootstrap.model.ByteSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Follows one path as Linux does, segment by segment (path_resolution(7)), in a file system where the archive is
 * {@code /var/task}, or {@code /opt} when it is a layer, and everything else is unknown.
 */
final class PathWalk {

    static final List<String> TASK_ROOT = List.of("var", "task");
    static final List<String> LAYERS = List.of("opt");
    /** Linux gives up with ELOOP at the next one. */
    private static final int MOST_LINKS = 40;
    /** PATH_MAX of Linux. */
    private static final int LONGEST_TARGET = 4096;

    private final ArchiveTree tree;
    private final Function<ArchiveEntry, Optional<ByteSource>> contents;
    private final Deque<String> ahead = new ArrayDeque<>();
    private final List<String> root;
    private final List<String> place;
    private final List<ArchiveEntry> links = new ArrayList<>();
    private final List<ArchiveEntry> directories = new ArrayList<>();

    /** @param root where the archive lies, and the path begins */
    PathWalk(ArchiveTree tree, Function<ArchiveEntry, Optional<ByteSource>> contents, List<String> root) {
        this.tree = tree;
        this.contents = contents;
        this.root = root;
        this.place = new ArrayList<>(root);
    }

    Lookup walk(String path) {
        if (path.indexOf(0) >= 0) {
            return new Lookup.Absent(EntryPath.clamped(path), way());
        }
        turnTo(path);
        while (!ahead.isEmpty()) {
            String segment = ahead.pop();
            Optional<Lookup> end = Optional.empty();
            if (segment.equals("..")) {
                leave();
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                place.add(segment);
                end = isInside() ? enter(inside()) : Optional.empty();
            }
            if (end.isPresent()) {
                return end.get();
            }
        }
        return isInside() ? new Lookup.Directory(inside(), tree.entry(inside()), way()) : outside();
    }

    private Optional<Lookup> enter(EntryPath path) {
        Optional<ArchiveEntry> entry = tree.entry(path);
        if (entry.isEmpty()) {
            return tree.isImplied(path) ? Optional.empty() : Optional.of(new Lookup.Absent(path, way()));
        }
        return switch (entry.get().type()) {
            case DIRECTORY -> {
                directories.add(entry.get());
                yield Optional.empty();
            }
            case SYMLINK -> follow(entry.get());
            case REGULAR, OTHER ->
                Optional.of(
                        ahead.isEmpty()
                                ? new Lookup.Resolved(entry.get(), way())
                                : new Lookup.NotADirectory(entry.get(), way()));
        };
    }

    private Optional<Lookup> follow(ArchiveEntry link) {
        if (links.size() == MOST_LINKS) {
            return Optional.of(new Lookup.Loop(way()));
        }
        Optional<String> target = target(link);
        if (target.isEmpty()) {
            return Optional.of(new Lookup.UnreadableLink(link, way()));
        }
        links.add(link);
        leave();
        turnTo(target.get());
        return Optional.empty();
    }

    private Optional<String> target(ArchiveEntry link) {
        if (link.size() == 0 || link.size() > LONGEST_TARGET) {
            return Optional.empty();
        }
        try {
            Optional<ByteSource> content = contents.apply(link);
            if (content.isEmpty()) {
                return Optional.empty();
            }
            byte[] bytes = content.get().read(0, LONGEST_TARGET);
            String text =
                    EntryName.of(new String(bytes, StandardCharsets.ISO_8859_1)).text();
            return text.isEmpty() || text.indexOf(0) >= 0 ? Optional.empty() : Optional.of(text);
        } catch (IOException e) {
            // the integrity pass reports damaged data; here they are no path
            return Optional.empty();
        }
    }

    private void turnTo(String path) {
        if (path.startsWith("/")) {
            place.clear();
        }
        List<String> segments = Arrays.asList(path.split("/", -1));
        for (int i = segments.size() - 1; i >= 0; i--) {
            ahead.push(segments.get(i));
        }
    }

    private void leave() {
        if (!place.isEmpty()) {
            place.remove(place.size() - 1);
        }
    }

    private boolean isInside() {
        return isBelow(root);
    }

    private boolean isBelow(List<String> folder) {
        return place.size() >= folder.size() && place.subList(0, folder.size()).equals(folder);
    }

    private EntryPath inside() {
        return EntryPath.of(String.join("/", place.subList(root.size(), place.size())));
    }

    private Lookup outside() {
        return isBelow(LAYERS)
                ? new Lookup.Layer(EntryPath.of(String.join("/", place.subList(1, place.size()))), way())
                : new Lookup.LeavesArchive("/" + String.join("/", place), way());
    }

    private Lookup.Way way() {
        return new Lookup.Way(links, directories);
    }
}
