package io.github.lambdabootstrap.archive;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A place inside an archive. It cannot name one outside: no segment is empty, {@code .} or {@code ..}.
 *
 * @param text segments joined by slashes, as in {@code bin/orders}; empty for the archive's root
 */
public record EntryPath(String text) {

    public static final EntryPath ROOT = new EntryPath("");

    public EntryPath {
        if (!text.isEmpty() && !isNormal(text)) {
            throw new IllegalArgumentException("not a path inside an archive: " + text);
        }
    }

    private static boolean isNormal(String text) {
        String framed = "/" + text + "/";
        return Stream.of("//", "/./", "/../", "\0").noneMatch(framed::contains);
    }

    public static EntryPath of(String text) {
        return new EntryPath(text);
    }

    /**
     * Where a careful unpacker would put a name: leading slashes dropped, {@code .} and empty segments dropped,
     * {@code ..} never above the root, everything from a NUL on cut. Backslashes stay, as on Lambda.
     */
    static EntryPath clamped(String name) {
        if (isNormal(name)) {
            return new EntryPath(name);
        }
        int nul = name.indexOf(0);
        Deque<String> segments = new ArrayDeque<>();
        for (String segment : (nul < 0 ? name : name.substring(0, nul)).split("/", -1)) {
            if (segment.equals("..")) {
                segments.pollLast();
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                segments.addLast(segment);
            }
        }
        return new EntryPath(String.join("/", segments));
    }

    public boolean isRoot() {
        return text.isEmpty();
    }

    /** The last segment; empty for the root. */
    public String fileName() {
        return text.substring(text.lastIndexOf('/') + 1);
    }

    /** The directory that holds this path; empty for the root alone. */
    public Optional<EntryPath> parent() {
        if (isRoot()) {
            return Optional.empty();
        }
        int slash = text.lastIndexOf('/');
        return Optional.of(slash < 0 ? ROOT : new EntryPath(text.substring(0, slash)));
    }

    /** A path one segment below this one. */
    public EntryPath child(String segment) {
        return new EntryPath(isRoot() ? segment : text + "/" + segment);
    }

    @Override
    public String toString() {
        return text;
    }
}
